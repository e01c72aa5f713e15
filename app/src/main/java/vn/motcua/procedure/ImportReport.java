package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.List;

/// What an import did.
///
/// @param imported stored now
/// @param unchanged were stored before with the same content
/// @param refused folders with faults, none of which was stored
public record ImportReport(
        List<ReleaseId> imported, List<ReleaseId> unchanged, List<Refused> refused) {

    /// @param folder the folder's name, or the file set's
    public record Refused(String folder, List<Fault> faults) {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    public ImportReport {
        imported = List.copyOf(imported);
        unchanged = List.copyOf(unchanged);
        refused = List.copyOf(refused);
    }

    public static ImportReport empty() {
        return new ImportReport(List.of(), List.of(), List.of());
    }

    public static ImportReport refused(String folder, List<Fault> faults) {
        return new ImportReport(List.of(), List.of(), List.of(new Refused(folder, faults)));
    }

    public boolean clean() {
        return refused.isEmpty();
    }

    public ImportReport plus(ImportReport other) {
        return new ImportReport(
                joined(imported, other.imported),
                joined(unchanged, other.unchanged),
                joined(refused, other.refused));
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        List<T> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }
}
