package vn.motcua.form;

import java.util.List;

/// An answer in words, for check pages, officers and print.
///
/// @param question the question to return to for a change
/// @param path the field
/// @param label in the reader's language
/// @param values one or more lines; empty when not answered
/// @param files ids of vault files, when the answer is papers
public record AnswerLine(
        String question, String path, String label, List<String> values, List<String> files) {
    /// The visible answers of one section.
    public record Group(String section, String title, List<AnswerLine> lines) {}
}
