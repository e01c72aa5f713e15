package vn.motcua.dossier.internal.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.LocalText;

/// How the counters of an agency are arranged. Until it changes something, an agency has what
/// everybody has.
@Repository
class ArrangeStore {
    private final JdbcClient jdbc;

    ArrangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kind(
            String id,
            String prefix,
            LocalText name,
            int minutes,
            int place,
            boolean open,
            int version) {}

    record Desk(
            int number, @Nullable LocalText name, List<String> kinds, boolean open, int version) {}

    List<Kind> kinds(String agency) {
        return jdbc.sql(
                        """
                        select * from dossier.queue_service
                         where agency = (select max(agency) from dossier.queue_service where agency in (:agency, ''))
                         order by place, id
                        """)
                .param("agency", agency)
                .query(
                        (row, _) ->
                                new Kind(
                                        row.getString("id"),
                                        row.getString("prefix"),
                                        new LocalText(
                                                row.getString("name_vi"), row.getString("name_en")),
                                        row.getInt("minutes"),
                                        row.getInt("place"),
                                        row.getBoolean("open"),
                                        row.getInt("version")))
                .list();
    }

    List<Desk> desks(String agency) {
        return jdbc.sql(
                        """
                        select * from dossier.queue_desk
                         where agency = (select max(agency) from dossier.queue_desk where agency in (:agency, ''))
                         order by number
                        """)
                .param("agency", agency)
                .query(
                        (row, _) ->
                                new Desk(
                                        row.getInt("number"),
                                        name(row),
                                        List.of((String[]) row.getArray("services").getArray()),
                                        row.getBoolean("open"),
                                        row.getInt("version")))
                .list();
    }

    List<Desk> openDesks(String agency) {
        return desks(agency).stream().filter(Desk::open).toList();
    }

    private static @Nullable LocalText name(ResultSet row) throws SQLException {
        var vietnamese = row.getString("name_vi");
        return vietnamese == null ? null : new LocalText(vietnamese, row.getString("name_en"));
    }

    CounterHours hours(String agency) {
        return jdbc.sql("select * from dossier.queue_hours where agency = :agency")
                .param("agency", agency)
                .query(ArrangeStore::hours)
                .optional()
                .orElse(CounterHours.ANY);
    }

    private static CounterHours hours(ResultSet row, int number) throws SQLException {
        return new CounterHours(
                row.getBoolean("always"),
                Arrays.stream((Integer[]) row.getArray("days").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toUnmodifiableSet()),
                span(row, "morning"),
                span(row, "afternoon"),
                row.getInt("version"));
    }

    private static CounterHours.@Nullable Span span(ResultSet row, String part)
            throws SQLException {
        var from = row.getObject(part + "_from", LocalTime.class);
        return from == null
                ? null
                : new CounterHours.Span(from, row.getObject(part + "_to", LocalTime.class));
    }

    /// One after the other changes the counters of an agency, each seeing what the one before
    /// did. What everybody has becomes the agency's own.
    void begin(String agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('queue arranged ' || :agency, 0))")
                .param("agency", agency)
                .query((_, _) -> true)
                .single();
        jdbc.sql(
                        """
                        insert into dossier.queue_service (agency, id, prefix, name_vi, name_en, minutes, place)
                        select :agency, id, prefix, name_vi, name_en, minutes, place from dossier.queue_service
                         where agency = ''
                           and not exists (select from dossier.queue_service where agency = :agency)
                        """)
                .param("agency", agency)
                .update();
        jdbc.sql(
                        """
                        insert into dossier.queue_desk (agency, number, services)
                        select :agency, number, services from dossier.queue_desk
                         where agency = '' and not exists (select from dossier.queue_desk where agency = :agency)
                        """)
                .param("agency", agency)
                .update();
    }

    void insert(String agency, Kind kind) {
        jdbc.sql(
                        """
                        insert into dossier.queue_service (agency, id, prefix, name_vi, name_en, minutes, place, open)
                        values (:agency, :id, :prefix, :vi, :en, :minutes, :place, :open)
                        """)
                .param("agency", agency)
                .param("id", kind.id())
                .param("prefix", kind.prefix())
                .param("vi", kind.name().vi())
                .param("en", kind.name().en())
                .param("minutes", kind.minutes())
                .param("place", kind.place())
                .param("open", kind.open())
                .update();
    }

    /// @return false when somebody changed it meanwhile
    boolean update(String agency, Kind kind) {
        return jdbc.sql(
                                """
                                update dossier.queue_service
                                   set name_vi = :vi, name_en = :en, minutes = :minutes, open = :open,
                                       version = version + 1
                                 where agency = :agency and id = :id and version = :version
                                """)
                        .param("agency", agency)
                        .param("id", kind.id())
                        .param("vi", kind.name().vi())
                        .param("en", kind.name().en())
                        .param("minutes", kind.minutes())
                        .param("open", kind.open())
                        .param("version", kind.version())
                        .update()
                == 1;
    }

    void insert(String agency, Desk desk) {
        jdbc.sql(
                        """
                        insert into dossier.queue_desk (agency, number, services, name_vi, name_en, open)
                        values (:agency, :number, :kinds, :vi, :en, :open)
                        """)
                .param("agency", agency)
                .param("number", desk.number())
                .param("kinds", desk.kinds().toArray(String[]::new))
                .param("vi", desk.name() == null ? null : desk.name().vi())
                .param("en", desk.name() == null ? null : desk.name().en())
                .param("open", desk.open())
                .update();
    }

    /// @return false when somebody changed it meanwhile
    boolean update(String agency, Desk desk) {
        return jdbc.sql(
                                """
                                update dossier.queue_desk
                                   set services = :kinds, name_vi = :vi, name_en = :en, open = :open,
                                       version = version + 1
                                 where agency = :agency and number = :number and version = :version
                                """)
                        .param("agency", agency)
                        .param("number", desk.number())
                        .param("kinds", desk.kinds().toArray(String[]::new))
                        .param("vi", desk.name() == null ? null : desk.name().vi())
                        .param("en", desk.name() == null ? null : desk.name().en())
                        .param("open", desk.open())
                        .param("version", desk.version())
                        .update()
                == 1;
    }

    /// Every open desk does this kind from now on.
    void everywhere(String agency, String kind) {
        jdbc.sql(
                        """
                        update dossier.queue_desk set services = array_append(services, cast(:kind as text)), version = version + 1
                         where agency = :agency and open and not services @> array[cast(:kind as text)]
                        """)
                .param("agency", agency)
                .param("kind", kind)
                .update();
    }

    /// Whoever waits for a desk that closes is called by any other.
    void release(String agency, LocalDate day, int desk) {
        jdbc.sql(
                        """
                        update dossier.queue_ticket set desk = null
                         where agency = :agency and day = :day and desk = :desk and state = 'WAITING'
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("desk", desk)
                .update();
    }

    /// Whether somebody stands at this desk.
    boolean busy(String agency, LocalDate day, int desk) {
        return jdbc.sql(
                        """
                        select exists (select from dossier.queue_ticket
                                        where agency = :agency and day = :day and desk = :desk
                                          and state in ('CALLED', 'SERVING'))
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("desk", desk)
                .query(Boolean.class)
                .single();
    }

    /// @return false when somebody changed them meanwhile
    boolean save(String agency, CounterHours hours) {
        var morning = Optional.ofNullable(hours.morning());
        var afternoon = Optional.ofNullable(hours.afternoon());
        return jdbc.sql(
                                """
                                insert into dossier.queue_hours as h
                                       (agency, always, days, morning_from, morning_to, afternoon_from, afternoon_to)
                                select :agency, :always, :days, :mf, :mt, :af, :at
                                 where :version = coalesce(
                                       (select version from dossier.queue_hours where agency = :agency), 0)
                                on conflict (agency) do update
                                   set always = excluded.always, days = excluded.days,
                                       morning_from = excluded.morning_from, morning_to = excluded.morning_to,
                                       afternoon_from = excluded.afternoon_from,
                                       afternoon_to = excluded.afternoon_to, version = h.version + 1
                                """)
                        .param("agency", agency)
                        .param("always", hours.always())
                        .param(
                                "days",
                                hours.days().stream()
                                        .map(DayOfWeek::getValue)
                                        .toArray(Integer[]::new))
                        .param("mf", morning.map(CounterHours.Span::from).orElse(null))
                        .param("mt", morning.map(CounterHours.Span::to).orElse(null))
                        .param("af", afternoon.map(CounterHours.Span::from).orElse(null))
                        .param("at", afternoon.map(CounterHours.Span::to).orElse(null))
                        .param("version", hours.version())
                        .update()
                == 1;
    }
}
