package vn.motcua.form.internal;

/// Bounds that keep a page and a row of the database within reason.
final class ValueLimits {
    static final int MOST_FILES = 20;

    private ValueLimits() {}
}
