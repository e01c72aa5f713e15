package vn.motcua.dossier.internal.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.kernel.HanoiTime;

/// The conditions of a list of work in SQL, the same for the list, its counters and whatever is
/// done to all of it. Only what is chosen stands in the statement, so that each plans well.
public final class WorkSql {
    private static final String OPEN = " t.agency = :agency and t.closed_at is null ";

    private static final String POSTS =
            """
               and (t.unit is null and t.position = any (:positions)
                    or t.position || ' ' || t.unit = any (:posts))
            """;

    /// By the key of each line: the list is much shorter than what is stored. Whoever is asked
    /// for an opinion finds it by what they see of the dossier.
    private static final String SOUGHT =
            """
             and coalesce(
                   (select f.words @@ :words::tsquery from dossier.findable f where f.dossier_id = t.dossier_id),
                   (select dossier.findable_words(o.code, o.procedure_code, '', o.owner_name, null, null, null, null)
                           @@ :words::tsquery
                      from dossier.opinion o where o.id = t.id))
            """;

    private final Tab tab;
    private final String theirs;
    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder chosen = new StringBuilder();

    /// @param words what is looked for, as PostgreSQL reads it; null for everything
    public WorkSql(Who who, WorkQuery query, @Nullable String words, Instant now, Instant soon) {
        this.tab = query.tab();
        this.theirs = who.whole() ? OPEN : OPEN + POSTS;
        parameters.put("agency", who.agency());
        parameters.put("account", who.account());
        parameters.put("positions", who.positions());
        parameters.put("posts", who.pairs());
        parameters.put("now", Timestamp.from(now));
        parameters.put("soon", Timestamp.from(soon));
        is("procedure_code", query.procedure());
        is("step_id", query.step());
        is("channel", query.channel());
        is("unit", query.unit());
        holder(query.holder());
        received(query.from(), query.to());
        if (words != null) {
            chosen.append(SOUGHT);
            parameters.put("words", words);
        }
    }

    private void is(String column, @Nullable String value) {
        if (value == null) return;
        chosen.append(" and t.").append(column).append(" = :").append(column).append(' ');
        parameters.put(column, value);
    }

    private void holder(@Nullable String holder) {
        if (holder == null) return;
        if (holder.equals(WorkQuery.NOBODY)) chosen.append(" and t.claimed_by is null ");
        else {
            chosen.append(" and t.claimed_by = :holder ");
            parameters.put("holder", UUID.fromString(holder));
        }
    }

    private void received(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            chosen.append(" and t.submitted_at >= :from ");
            parameters.put("from", midnight(from));
        }
        if (to != null) {
            chosen.append(" and t.submitted_at < :until ");
            parameters.put("until", midnight(to.plusDays(1)));
        }
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(HanoiTime.instant(day.atTime(LocalTime.MIDNIGHT)));
    }

    String fromWhere() {
        return "  from dossier.task t\n where\n" + theirs + tab.condition + chosen + "\n";
    }

    /// Each group says how many of it each tab holds under what is chosen, and how many there
    /// are at all.
    String totals() {
        var counters = new StringBuilder();
        for (var each : Tab.values())
            counters.append(", count(*) filter (where t.fits")
                    .append(each.condition)
                    .append(") as ")
                    .append(each.name());
        return "select grouping(t.procedure_code) = 0 as by_step, grouping(t.unit) = 0 as by_unit,\n"
                + "       t.procedure_code, max(t.release_version) as release, t.kind, t.step_id,\n"
                + "       t.claimed_by, t.claimed_name, t.unit"
                + counters
                + "\n  from (select t.procedure_code, t.release_version, t.kind, t.step_id, t.claimed_by,"
                + " t.claimed_name, t.unit, t.suspended, t.paused, t.listed_at,\n"
                + "               (true"
                + chosen
                + ") as fits\n  from dossier.task t\n where\n"
                + theirs
                + " offset 0) t\n"
                + " group by grouping sets ((t.procedure_code, t.kind, t.step_id), (t.claimed_by, t.claimed_name),"
                + " (t.unit))";
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(parameters);
    }
}
