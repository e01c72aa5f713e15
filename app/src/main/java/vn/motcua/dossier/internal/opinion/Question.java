package vn.motcua.dossier.internal.opinion;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an officer asks, of whom, and what goes with it.
///
/// @param sections ids of the form's sections whose answers are shown
/// @param files papers of the dossier that are shown
/// @param days working days of the asked agency within which it answers
record Question(List<Asked> asked, String words, Set<String> sections, Set<UUID> files, int days) {
    static final int USUAL_DAYS = 5;
    static final int MOST_DAYS = 60;
    static final int LONGEST = 4000;

    public Question {
        asked = List.copyOf(asked);
        sections = Set.copyOf(sections);
        files = Set.copyOf(files);
    }

    /// @param unit null: any case officer of the agency
    public record Asked(String agency, @Nullable String unit) {
        public static Asked read(String value) {
            int bar = value.indexOf('|');
            return bar < 0
                    ? new Asked(value, null)
                    : new Asked(value.substring(0, bar), value.substring(bar + 1));
        }

        public String value() {
            return unit == null ? agency : agency + "|" + unit;
        }
    }
}
