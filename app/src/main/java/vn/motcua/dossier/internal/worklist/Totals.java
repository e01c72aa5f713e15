package vn.motcua.dossier.internal.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many lines each tab holds under what is chosen, and what there is to choose from.
public record Totals(
        Map<Tab, Long> counts, List<Step> steps, List<Holder> holders, List<String> units) {

    /// A step of a procedure somebody's work stands at.
    public record Step(String procedure, int release, String kind, String step) {}

    public record Holder(UUID account, String name) {}

    public long of(Tab tab) {
        return Objects.requireNonNullElse(counts.get(tab), 0L);
    }

    /// Adds up the rows of the one statement.
    static final class Sum {
        private final Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        private final List<Step> steps = new ArrayList<>();
        private final List<Holder> holders = new ArrayList<>();
        private final TreeSet<String> units = new TreeSet<>();

        void add(ResultSet row) throws SQLException {
            if (row.getBoolean("by_step")) {
                for (var tab : Tab.values()) counts.merge(tab, row.getLong(tab.name()), Long::sum);
                steps.add(
                        new Step(
                                row.getString("procedure_code"),
                                row.getInt("release"),
                                row.getString("kind"),
                                row.getString("step_id")));
            } else if (row.getBoolean("by_unit")) {
                @Nullable String unit = row.getString("unit");
                if (unit != null) units.add(unit);
            } else {
                @Nullable UUID account = row.getObject("claimed_by", UUID.class);
                @Nullable String name = row.getString("claimed_name");
                if (account != null && name != null) holders.add(new Holder(account, name));
            }
        }

        Totals done() {
            return new Totals(counts, steps, holders, List.copyOf(units));
        }
    }
}
