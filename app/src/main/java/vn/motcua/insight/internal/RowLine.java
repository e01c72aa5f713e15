package vn.motcua.insight.internal;

import java.util.List;

/// A dossier behind a figure.
public record RowLine(String href, String code, List<String> cells) {}
