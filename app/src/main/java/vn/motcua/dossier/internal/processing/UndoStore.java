package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.Move;

/// The last act of each officer on a dossier, to be taken back while nobody has acted on it.
@Repository
public class UndoStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    UndoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param version of the dossier after the act
    public record Last(int version, UUID account, String kind, Instant at, JsonNode data) {
        public @Nullable String text(String key) {
            var value = data.get(key);
            return value == null || value.isNull() ? null : value.asString();
        }

        public @Nullable UUID id(String key) {
            var text = text(key);
            return text == null ? null : UUID.fromString(text);
        }

        public int number(String key) {
            var value = data.get(key);
            return value == null ? 0 : value.asInt();
        }

        /// What was known for the result before the act; null when the act changed nothing of it.
        public java.util.@Nullable Map<String, String> facts() {
            var facts = data.get(Undoable.FACTS);
            if (facts == null) return null;
            var map = new java.util.LinkedHashMap<String, String>();
            facts.properties().forEach(fact -> map.put(fact.getKey(), fact.getValue().asString()));
            return map;
        }

        /// When the timers of a step were to fire that ended with it.
        public List<Timer> timers() {
            var list = new java.util.ArrayList<Timer>();
            var all = data.get("timers");
            if (all != null)
                for (var timer : all)
                    list.add(
                            new Timer(
                                    timer.get("token").asString(),
                                    timer.get("number").asInt(),
                                    java.time.OffsetDateTime.parse(timer.get("firesAt").asString())
                                            .toInstant()));
            return list;
        }
    }

    public record Timer(String token, int number, Instant firesAt) {}

    /// For an act that is about to be saved.
    public void keep(Acting act, Move.Undoable undoable) {
        jdbc.sql(
                        """
                        insert into dossier.undo (dossier_id, agency, version, account, kind, at, data)
                        values (:dossier, :agency, :version, :account, :kind, :at, :data::jsonb)
                        on conflict (dossier_id, account) do update
                           set agency = excluded.agency, version = excluded.version,
                               kind = excluded.kind, at = excluded.at, data = excluded.data
                        """)
                .param("dossier", act.dossier().id())
                .param("agency", act.dossier().agency())
                .param("version", act.dossier().version() + 1)
                .param("account", undoable.account())
                .param("kind", undoable.kind())
                .param("at", java.sql.Timestamp.from(act.now()))
                .param("data", MAPPER.writeValueAsString(undoable.data()))
                .update();
    }

    /// What this account did last, or where it did nothing what another did.
    public Optional<Last> last(UUID dossier, UUID account) {
        return jdbc.sql(
                        """
                        select version, account, kind, at, data from dossier.undo
                         where dossier_id = :id
                         order by account = :account desc, version desc
                         limit 1
                        """)
                .param("id", dossier)
                .param("account", account)
                .query(
                        (row, _) ->
                                new Last(
                                        row.getInt("version"),
                                        row.getObject("account", UUID.class),
                                        row.getString("kind"),
                                        row.getTimestamp("at").toInstant(),
                                        MAPPER.readTree(row.getString("data"))))
                .optional();
    }

    /// It has been taken back.
    void forget(UUID dossier, UUID account) {
        jdbc.sql("delete from dossier.undo where dossier_id = :id and account = :account")
                .param("id", dossier)
                .param("account", account)
                .update();
    }
}
