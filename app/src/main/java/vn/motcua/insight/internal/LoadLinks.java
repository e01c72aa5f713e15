package vn.motcua.insight.internal;

/// Where the work behind a load is listed.
public record LoadLinks(String open, String over, String arrived, String done) {}
