package vn.motcua.dossier.internal.review;

/// What a finding is about.
public enum Subject {
    PAPER,
    ANSWER
}
