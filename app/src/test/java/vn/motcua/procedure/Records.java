package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.motcua.kernel.LocalText;

/// Procedures of which only what a test asks about is told.
public final class Records {
    private Records() {}

    /// A procedure that may be filed by these ways.
    public static ProcedureRecord of(String code, String name, List<ChannelRule> channels) {
        var text = LocalText.of(name);
        return new ProcedureRecord(
                code,
                1,
                null,
                LocalDate.of(2026, 7, 1),
                null,
                text,
                text,
                List.of(),
                new ProcedureRecord.Field("G15-TP07", text),
                List.of(),
                null,
                ProcedureRecord.Kind.STANDARD,
                Set.of(),
                null,
                new ProcedureRecord.Executing("commune", null),
                true,
                List.of(),
                text,
                12,
                channels,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ProcedureRecord.SupplementRule.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
