package vn.motcua.worktime.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.NationalDays;
import vn.motcua.worktime.OpeningHours;

/// Holidays and hours, every version of them.
@Repository
class CalendarStore {
    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 0 while nothing has been stored.
    int version() {
        return jdbc.sql("select coalesce(max(version), 0) from worktime.calendar_version")
                .query(Integer.class)
                .single();
    }

    /// Keeps other nodes from changing the calendar until this transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('worktime.calendar'))")
                .query((row, number) -> true)
                .single();
    }

    int newVersion(Instant at, String decision) {
        int version = version() + 1;
        jdbc.sql(
                        """
                        insert into worktime.calendar_version (version, made_at, decision)
                        values (:version, :at, :decision)
                        """)
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("decision", decision)
                .update();
        return version;
    }

    private static final int FEW = 5;

    /// A list that was shipped is named by the notices of its days.
    List<String> decisionsSince(int version) {
        return jdbc.sql(
                        """
                        select distinct coalesce(d.source, v.decision)
                          from worktime.calendar_version v
                          left join worktime.special_day d on d.since_version = v.version
                         where v.version > :version
                         order by 1
                         limit :few
                        """)
                .param("version", version)
                .param("few", FEW)
                .query(String.class)
                .list();
    }

    NationalDays days() {
        return new NationalDays(storedDays());
    }

    Map<LocalDate, DayKind> storedDays() {
        var days = new TreeMap<LocalDate, DayKind>();
        jdbc.sql(
                        """
                        select day, kind, name_vi, name_en, standing, source
                          from worktime.special_day
                         where until_version is null
                        """)
                .query(
                        row -> {
                            days.put(row.getObject("day", LocalDate.class), dayKind(row));
                        });
        return days;
    }

    private static DayKind dayKind(ResultSet row) throws SQLException {
        return new DayKind(
                DayKind.Type.valueOf(row.getString("kind")),
                LocalText.of(row.getString("name_vi"), row.getString("name_en")),
                DayKind.Standing.valueOf(row.getString("standing")),
                row.getString("source"));
    }

    /// Days an operator decided or revoked.
    Set<LocalDate> settledDays() {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select day
                                  from worktime.special_day
                                 where origin = 'operator'
                                union
                                select day
                                  from worktime.special_day
                                 group by day
                                having bool_and(until_version is not null)
                                """)
                        .query(LocalDate.class)
                        .list());
    }

    void put(LocalDate day, DayKind kind, String origin, int version) {
        endDay(day, version);
        jdbc.sql(
                        """
                        insert into worktime.special_day
                               (day, kind, name_vi, name_en, standing, source, origin, since_version)
                        values (:day, :kind, :vi, :en, :standing, :source, :origin, :version)
                        """)
                .param("day", day)
                .param("kind", kind.type().name())
                .param("vi", kind.name().vi())
                .param("en", kind.name().en())
                .param("standing", kind.standing().name())
                .param("source", kind.source())
                .param("origin", origin)
                .param("version", version)
                .update();
    }

    void endDay(LocalDate day, int version) {
        jdbc.sql(
                        """
                        update worktime.special_day
                           set until_version = :version
                         where day = :day and until_version is null
                        """)
                .param("day", day)
                .param("version", version)
                .update();
    }

    /// Hours that hold today, by agency code.
    Map<String, List<OpeningHours>> hours() {
        var hours = new HashMap<String, List<OpeningHours>>();
        jdbc.sql(
                        """
                        select agency, valid_from, week, closing
                          from worktime.opening_hours
                         where until_version is null
                         order by agency, valid_from
                        """)
                .query(
                        row -> {
                            hours.computeIfAbsent(
                                            row.getString("agency"), code -> new ArrayList<>())
                                    .add(openingHours(row));
                        });
        return hours;
    }

    private static OpeningHours openingHours(ResultSet row) throws SQLException {
        return OpeningHours.parse(
                row.getObject("valid_from", LocalDate.class),
                row.getString("week"),
                row.getObject("closing", LocalTime.class));
    }

    void putHours(String agency, OpeningHours hours, String decision, int version) {
        jdbc.sql(
                        """
                        update worktime.opening_hours
                           set until_version = :version
                         where agency = :agency and valid_from = :from and until_version is null
                        """)
                .param("agency", agency)
                .param("from", hours.from())
                .param("version", version)
                .update();
        jdbc.sql(
                        """
                        insert into worktime.opening_hours
                               (agency, valid_from, week, closing, decision, since_version)
                        values (:agency, :from, :week, :closing, :decision, :version)
                        """)
                .param("agency", agency)
                .param("from", hours.from())
                .param("week", hours.weekText())
                .param("closing", hours.closing())
                .param("decision", decision)
                .param("version", version)
                .update();
    }
}
