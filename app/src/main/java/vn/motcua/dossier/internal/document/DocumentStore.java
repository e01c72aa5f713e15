package vn.motcua.dossier.internal.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Caller.Principal;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.LocalText;

/// Documents that were issued and what was proposed about them.
@Repository
class DocumentStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String DOCUMENTS =
            """
            select r.*, n.number as by_number, o.number as old_number
              from dossier.result r
              left join dossier.result n on n.id = r.replaced_by
              left join dossier.result o on o.id = r.replaces
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is looked for in an agency's register.
    ///
    /// @param state empty: in any
    /// @param words of the owner's name
    record Wanted(String agency, Instant from, Instant to, String state, String words) {}

    /// The last line of the page before.
    record After(Instant issued, UUID id) {}

    /// A page, newest first.
    List<Document> page(Wanted wanted, @Nullable After after, int limit) {
        return jdbc.sql(
                        DOCUMENTS
                                + """
                                 where r.agency = :agency and r.issued_at >= :from and r.issued_at < :to
                                   and (:after::uuid is null or (r.issued_at, r.id) < (:afterAt::timestamptz, :after::uuid))
                                   and case :state
                                         when 'VALID' then r.revoked_at is null
                                         when 'REVOKED' then r.revoked_at is not null and r.replaced_by is null
                                         when 'REPLACED' then r.replaced_by is not null
                                         else true
                                       end
                                   and (:words = '' or strpos(kernel.fold(coalesce(r.owner_name, '')), :words) > 0)
                                 order by r.issued_at desc, r.id desc
                                 limit :limit
                                """)
                .param("agency", wanted.agency())
                .param("from", Timestamp.from(wanted.from()))
                .param("to", Timestamp.from(wanted.to()))
                .param("state", wanted.state())
                .param("words", Fold.fold(wanted.words()))
                .param("after", after == null ? null : after.id())
                .param("afterAt", after == null ? null : Timestamp.from(after.issued()))
                .param("limit", limit)
                .query(DocumentStore::document)
                .list();
    }

    /// By number or code of the dossier, whenever it was issued.
    List<Document> named(String agency, String name, int limit) {
        return jdbc.sql(
                        DOCUMENTS
                                + """
                                 where r.agency = :agency and (r.number = :name or r.dossier_code = :name)
                                 order by r.issued_at desc, r.id desc
                                 limit :limit
                                """)
                .param("agency", agency)
                .param("name", name)
                .param("limit", limit)
                .query(DocumentStore::document)
                .list();
    }

    Optional<Document> find(UUID id) {
        return jdbc.sql(DOCUMENTS + " where r.id = :id")
                .param("id", id)
                .query(DocumentStore::document)
                .optional();
    }

    /// It stands no more.
    ///
    /// @return whether it still stood
    boolean end(UUID id, String ground, Instant at) {
        return jdbc.sql(
                                """
                                update dossier.result set revoked_at = :at, ended_ground = :ground
                                 where id = :id and revoked_at is null
                                """)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("ground", ground)
                        .update()
                == 1;
    }

    enum ActKind {
        REVOKE,
        REPLACE
    }

    /// What somebody proposes.
    ///
    /// @param facts corrected facts of the new document, by id
    /// @param behalf who lent the post; null when it is the officer's own
    record Act(
            UUID id,
            UUID document,
            UUID dossier,
            String agency,
            ActKind kind,
            String ground,
            String basis,
            Map<String, String> facts,
            UUID by,
            String byName,
            @Nullable Principal behalf,
            Instant at) {
        /// Whether this person proposed it, or lent the post it was proposed with.
        boolean proposedBy(@Nullable UUID account) {
            return by.equals(account) || (behalf != null && behalf.account().equals(account));
        }
    }

    /// @return false when something is proposed already
    boolean propose(Act act) {
        return jdbc.sql(
                                """
                                insert into dossier.document_act (id, result_id, dossier_id, agency, kind, ground, basis, facts,
                                       proposed_by, proposed_name, proposed_for, proposed_for_name, proposed_at)
                                values (:id, :document, :dossier, :agency, :kind, :ground, :basis, :facts::jsonb, :by, :name,
                                        :for, :forName, :at)
                                on conflict (result_id) where decided_at is null do nothing
                                """)
                        .param("id", act.id())
                        .param("document", act.document())
                        .param("dossier", act.dossier())
                        .param("agency", act.agency())
                        .param("kind", act.kind().name())
                        .param("ground", act.ground())
                        .param("basis", act.basis())
                        .param("facts", MAPPER.writeValueAsString(act.facts()))
                        .param("by", act.by())
                        .param("name", act.byName())
                        .param("for", account(act.behalf()))
                        .param("forName", name(act.behalf()))
                        .param("at", Timestamp.from(act.at()))
                        .update()
                == 1;
    }

    /// What waits for a decision about this document.
    Optional<Act> open(UUID document) {
        return jdbc.sql(
                        """
                        select * from dossier.document_act
                         where result_id = :document and decided_at is null
                        """)
                .param("document", document)
                .query(DocumentStore::act)
                .optional();
    }

    List<Act> waiting(String agency, int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.document_act
                         where agency = :agency and decided_at is null
                         order by proposed_at
                         limit :limit
                        """)
                .param("agency", agency)
                .param("limit", limit)
                .query(DocumentStore::act)
                .list();
    }

    /// @param by who decides, and on whose behalf; others than who proposed
    boolean decide(
            Act act, Caller by, boolean approved, String words, @Nullable UUID result, Instant at) {
        return jdbc.sql(
                                """
                                update dossier.document_act
                                   set decided_by = :by, decided_name = :name, decided_for = :for,
                                       decided_for_name = :forName, decided_at = :at, decision = :decision,
                                       words = :words, new_result = :result
                                 where id = :id and decided_at is null
                                """)
                        .param("id", act.id())
                        .param("by", by.account())
                        .param("name", by.name())
                        .param("for", account(by.behalf()))
                        .param("forName", name(by.behalf()))
                        .param("at", Timestamp.from(at))
                        .param("decision", approved ? "APPROVED" : "DECLINED")
                        .param("words", words)
                        .param("result", result)
                        .update()
                == 1;
    }

    /// What the register says to whoever holds a document.
    record Verified(
            String number,
            LocalText name,
            String agency,
            Instant issued,
            String sha256,
            @Nullable Instant ended,
            @Nullable String replacedBy) {}

    Optional<Verified> verify(String key) {
        return jdbc.sql("select * from dossier.verify_document(:key)")
                .param("key", key)
                .query(
                        (row, _) ->
                                new Verified(
                                        row.getString("number"),
                                        new LocalText(
                                                row.getString("name_vi"), row.getString("name_en")),
                                        row.getString("agency"),
                                        row.getTimestamp("issued_at").toInstant(),
                                        row.getString("sha256"),
                                        instant(row, "revoked_at"),
                                        row.getString("replaced_number")))
                .optional();
    }

    void arrange(String agency, String kind, String book, String format) {
        jdbc.sql(
                        """
                        insert into dossier.document_format (agency, kind, book, format)
                        values (:agency, :kind, :book, :format)
                        on conflict (agency, kind) do update set book = excluded.book, format = excluded.format
                        """)
                .param("agency", agency)
                .param("kind", kind)
                .param("book", book)
                .param("format", format)
                .update();
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getObject("id", UUID.class),
                row.getObject("result_id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("agency"),
                ActKind.valueOf(row.getString("kind")),
                row.getString("ground"),
                row.getString("basis"),
                MAPPER.readValue(row.getString("facts"), FACTS),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                principal(row),
                row.getTimestamp("proposed_at").toInstant());
    }

    private static @Nullable UUID account(@Nullable Principal principal) {
        return principal == null ? null : principal.account();
    }

    private static @Nullable String name(@Nullable Principal principal) {
        return principal == null ? null : principal.name();
    }

    private static @Nullable Principal principal(ResultSet row) throws SQLException {
        var account = row.getObject("proposed_for", UUID.class);
        return account == null ? null : new Principal(account, row.getString("proposed_for_name"));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_code"),
                row.getString("owner_name"),
                row.getString("agency"),
                row.getString("type_code"),
                new LocalText(row.getString("name_vi"), row.getString("name_en")),
                row.getString("number"),
                row.getString("outcome"),
                row.getObject("file_id", UUID.class),
                row.getString("sha256"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("signer_name"),
                row.getString("signer_title"),
                instant(row, "revoked_at"),
                row.getString("ended_ground"),
                row.getObject("replaced_by", UUID.class),
                row.getString("by_number"),
                row.getString("old_number"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
