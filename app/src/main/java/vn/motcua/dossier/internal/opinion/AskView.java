package vn.motcua.dossier.internal.opinion;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.kernel.LocalText;

/// The page on which an officer asks others.
///
/// @param units of the officer's own agency
/// @param agencies near: of the same place, above, below and beside
/// @param other code of one more agency, as typed
/// @param sections of the form that can be shown
/// @param papers that can be shown
/// @param days as typed
/// @param errors field id to words
public record AskView(
        UUID id,
        String code,
        LocalText procedure,
        String owner,
        int version,
        List<Choice> units,
        List<Choice> agencies,
        String other,
        List<Choice> sections,
        List<Choice> papers,
        String question,
        String days,
        Map<String, String> errors) {
    public AskView {
        units = List.copyOf(units);
        agencies = List.copyOf(agencies);
        sections = List.copyOf(sections);
        papers = List.copyOf(papers);
    }

    /// @param note what silence of it means; empty when nothing
    public record Choice(String value, String label, String note, boolean chosen) {}
}
