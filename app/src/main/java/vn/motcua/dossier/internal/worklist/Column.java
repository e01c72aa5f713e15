package vn.motcua.dossier.internal.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Columns of the officers' list, in their order. The code is always there.
public enum Column {
    PROCEDURE,
    OWNER,
    SUMMARY,
    STEP,
    UNIT,
    CHANNEL,
    STATE,
    RECEIVED,
    SINCE,
    HOLDER,
    FORECAST;

    public static final List<Column> USUAL =
            List.of(PROCEDURE, OWNER, STEP, CHANNEL, SINCE, HOLDER);

    static List<Column> of(Set<String> names) {
        return Arrays.stream(values()).filter(column -> names.contains(column.name())).toList();
    }
}
