package vn.motcua.dossier.internal.assignment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Sql;

/// Leave and delegations. What is over, or called off, stays written and is read no more.
@Repository
public class AbsenceStore {
    private static final String COLUMNS =
            """
            select id, agency, person, person_name, delegate, delegate_name, posts, valid_from, valid_to
              from dossier.absence
             where ended_at is null
            """;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Absence absence, Caller by, Instant at) {
        jdbc.sql(
                        """
                        insert into dossier.absence (id, agency, person, person_name, delegate, delegate_name, posts,
                               valid_from, valid_to, made_by, made_name, made_at)
                        values (:id, :agency, :person, :personName, :delegate, :delegateName, :posts, :from, :to,
                               :by, :byName, :at)
                        """)
                .param("id", absence.id())
                .param("agency", absence.agency())
                .param("person", absence.person())
                .param("personName", absence.personName())
                .param("delegate", Sql.uuid(absence.delegate()))
                .param("delegateName", Sql.text(absence.delegateName()))
                .param("posts", absence.posts().stream().map(Absence::text).toArray(String[]::new))
                .param("from", absence.from())
                .param("to", absence.to())
                .param("by", by.account())
                .param("byName", by.name())
                .param("at", java.sql.Timestamp.from(at))
                .update();
    }

    /// @return false when it had been called off already
    boolean end(UUID id, @Nullable UUID by, Instant at) {
        return jdbc.sql(
                                """
                                update dossier.absence set ended_at = :at, ended_by = :by
                                 where id = :id and ended_at is null
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", java.sql.Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(COLUMNS + " and id = :id")
                .param("id", id)
                .query(AbsenceStore::absence)
                .optional();
    }

    /// Who is away from the agency on a day.
    List<Absence> on(LocalDate day, String agency) {
        return jdbc.sql(
                        COLUMNS
                                + " and agency = :agency and valid_to >= :day and valid_from <= :day order by valid_from, id")
                .param("agency", agency)
                .param("day", day)
                .query(AbsenceStore::absence)
                .list();
    }

    /// What is not over yet of one agency, soonest first.
    ///
    /// @param person of one person only; null for everybody
    List<Absence> coming(LocalDate day, String agency, @Nullable UUID person, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                         and agency = :agency and valid_to >= :day
                         and (:person::uuid is null or person = :person::uuid or delegate = :person::uuid)
                         order by valid_from, id
                         limit :limit
                        """)
                .param("agency", agency)
                .param("day", day)
                .param("person", Sql.text(person == null ? null : person.toString()))
                .param("limit", limit)
                .query(AbsenceStore::absence)
                .list();
    }

    /// Delegations by which this account stands in for others on a day.
    public List<Absence> lentTo(UUID account, String agency, LocalDate day) {
        return jdbc.sql(
                        COLUMNS
                                + """
                         and delegate = :account and agency = :agency and valid_to >= :day and valid_from <= :day
                         order by valid_from, id
                        """)
                .param("account", account)
                .param("agency", agency)
                .param("day", day)
                .query(AbsenceStore::absence)
                .list();
    }

    /// Delegations that hold on this day, as PostgreSQL writes rows of them into JSON.
    public static List<Absence> read(@Nullable String json, LocalDate day) {
        if (json == null) return List.of();
        var list = new ArrayList<Absence>();
        for (var row : MAPPER.readTree(json)) {
            var posts = new ArrayList<String>();
            row.get("posts").forEach(post -> posts.add(post.asString()));
            list.add(
                    new Absence(
                            UUID.fromString(row.get("id").asString()),
                            row.get("agency").asString(),
                            UUID.fromString(row.get("person").asString()),
                            row.get("person_name").asString(),
                            UUID.fromString(row.get("delegate").asString()),
                            row.get("delegate_name").asString(),
                            Absence.duties(posts.toArray(String[]::new)),
                            day,
                            day));
        }
        return list;
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        Array posts = row.getArray("posts");
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                row.getObject("delegate", UUID.class),
                row.getString("delegate_name"),
                Absence.duties((String[]) posts.getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
