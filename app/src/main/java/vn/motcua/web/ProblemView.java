package vn.motcua.web;

import org.jspecify.annotations.Nullable;

/// A page that tells what went wrong and what to do next.
///
/// @param reference what a person can quote when asking for help; null when there is nothing to
/// look up
public record ProblemView(
        String title, String detail, @Nullable String reference, String backTo, String backLabel) {}
