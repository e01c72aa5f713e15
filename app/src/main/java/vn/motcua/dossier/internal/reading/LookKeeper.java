package vn.motcua.dossier.internal.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.store.Json;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;

/// Follows the journal and keeps, for each person, who looked at their data. Whoever filed a
/// dossier is told which one; whoever is only named in it is told of the look, but of nobody's
/// dossier.
@Component
class LookKeeper implements JournalConsumer {
    static final String NAME = "dossier.looks";
    private static final String DOSSIER = "dossier.viewed";
    private static final String ACCOUNT = "account.viewed";
    private static final String FILE = "vault.file-opened";
    private static final String REGISTER = "dossier.register-asked";

    /// What a look by way of a register is kept as.
    static final String ASKED = "REGISTER";

    private static final Set<String> OF_DOSSIERS = Set.of(DOSSIER, REGISTER);

    private final JdbcClient jdbc;
    private final Accounts accounts;

    LookKeeper(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DOSSIER, ACCOUNT, FILE, REGISTER);
    }

    private record Look(
            UUID account,
            long seq,
            String at,
            String what,
            @Nullable String agency,
            String role,
            @Nullable String purpose,
            @Nullable UUID dossier,
            @Nullable String code,
            @Nullable String procedure,
            @Nullable Integer release) {}

    private record Whose(
            UUID id,
            String code,
            String procedure,
            int release,
            @Nullable UUID filer,
            @Nullable UUID owner) {}

    @Override
    public void accept(List<FeedEntry> batch) {
        var whose = whose(batch);
        var looks = new ArrayList<Look>();
        for (var line : batch) {
            var entry = line.entry();
            switch (entry.kind()) {
                case DOSSIER -> dossier(line, whose.get(entry.subjectId()), looks);
                case REGISTER -> asked(line, whose.get(entry.subjectId()), looks);
                case ACCOUNT -> add(look(line, entry.subjectId(), "ACCOUNT", null), entry, looks);
                case FILE -> {
                    if (entry.data().get("owner") instanceof String owner)
                        add(look(line, UUID.fromString(owner), "FILE", null), entry, looks);
                }
                default -> {}
            }
        }
        if (!looks.isEmpty()) keep(looks);
    }

    private static void dossier(FeedEntry line, @Nullable Whose whose, List<Look> looks) {
        if (whose == null) return;
        var entry = line.entry();
        if (whose.filer() != null) add(look(line, whose.filer(), "DOSSIER", whose), entry, looks);
        if (whose.owner() != null && !whose.owner().equals(whose.filer()))
            add(look(line, whose.owner(), "NAMED", null), entry, looks);
    }

    /// Data that were asked of another agency: told to whoever filed and to whom they are about.
    private static void asked(FeedEntry line, @Nullable Whose whose, List<Look> looks) {
        if (whose == null) return;
        if (whose.filer() != null) looks.add(look(line, whose.filer(), ASKED, whose));
        if (whose.owner() != null && !whose.owner().equals(whose.filer()))
            looks.add(look(line, whose.owner(), ASKED, null));
    }

    /// Nobody is told of their own looks.
    private static void add(Look look, Entry entry, List<Look> looks) {
        if (!look.account().equals(entry.actor().account())) looks.add(look);
    }

    private static Look look(FeedEntry line, UUID account, String what, @Nullable Whose whose) {
        var entry = line.entry();
        return new Look(
                account,
                line.seq(),
                entry.at().toString(),
                what,
                what.equals(ASKED) ? entry.agency() : entry.actor().agency(),
                entry.actor().role(),
                what.equals("FILE") ? null : purpose(entry),
                whose == null ? null : whose.id(),
                whose == null ? null : whose.code(),
                whose == null ? null : whose.procedure(),
                whose == null ? null : whose.release());
    }

    /// Of a question to a register its id.
    private static @Nullable String purpose(Entry entry) {
        if (entry.data().get("register") instanceof String register) return register;
        return entry.data().get("purpose") instanceof String purpose ? purpose : null;
    }

    private Map<UUID, Whose> whose(List<FeedEntry> batch) {
        var ids =
                batch.stream()
                        .filter(line -> OF_DOSSIERS.contains(line.entry().kind()))
                        .map(line -> line.entry().subjectId())
                        .distinct()
                        .toArray(UUID[]::new);
        var whose = new HashMap<UUID, Whose>();
        if (ids.length == 0) return whose;
        var people = new HashMap<String, @Nullable UUID>();
        jdbc.sql(
                        """
                        select id, code, procedure_code, release_version, filer_account, owner_personal_id
                          from dossier.dossier
                         where id = any (:ids)
                        """)
                .param("ids", ids)
                .query(
                        (row, _) -> {
                            var personal = row.getString("owner_personal_id");
                            var owner =
                                    personal == null
                                            ? null
                                            : people.computeIfAbsent(personal, this::account);
                            var id = row.getObject("id", UUID.class);
                            return whose.put(
                                    id,
                                    new Whose(
                                            id,
                                            row.getString("code"),
                                            row.getString("procedure_code"),
                                            row.getInt("release_version"),
                                            row.getObject("filer_account", UUID.class),
                                            owner));
                        })
                .list();
        return whose;
    }

    private @Nullable UUID account(String personalId) {
        return accounts.byLogin(personalId).map(Account::id).orElse(null);
    }

    private void keep(List<Look> looks) {
        jdbc.sql(
                        """
                        insert into dossier.look (account, seq, at, what, agency, role, purpose, dossier_id, code,
                               procedure, release)
                        select account, seq, at, what, agency, role, purpose, dossier, code, procedure, release
                          from jsonb_to_recordset(cast(:looks as jsonb))
                               as l(account uuid, seq bigint, at timestamptz, what text, agency text, role text,
                                    purpose text, dossier uuid, code text, procedure text, release integer)
                        on conflict (account, seq) do nothing
                        """)
                .param("looks", Json.write(looks))
                .update();
    }
}
