package vn.motcua.dossier.internal.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.register.Registers;

/// Reads the looks at one's own data, a range of one index.
@Service
class LooksReader {
    static final int PAGE = 30;
    private static final Set<String> ROLES = Set.of("officer", "leader", "operator");

    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final Rules rules;
    private final Registers registers;
    private final Asking asking;
    private final MessageSource messages;

    LooksReader(
            JdbcClient jdbc,
            Agencies agencies,
            Rules rules,
            Registers registers,
            Asking asking,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.rules = rules;
        this.registers = registers;
        this.asking = asking;
        this.messages = messages;
    }

    private record Row(
            long seq,
            Instant at,
            String what,
            @Nullable String agency,
            String role,
            @Nullable String purpose,
            @Nullable String code,
            @Nullable ReleaseId release) {}

    private record Key(Instant at, long seq) {
        static @Nullable Key parse(@Nullable String text) {
            if (text == null) return null;
            var parts = text.split("_", 2);
            try {
                return parts.length < 2
                        ? null
                        : new Key(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (DateTimeException | NumberFormatException unreadable) {
                return null;
            }
        }
    }

    @Transactional(readOnly = true)
    public LooksView page(@Nullable String before, Locale locale) {
        var words = new DeskWords(messages, locale);
        var rows = rows(Key.parse(before));
        var lines = rows.stream().limit(PAGE).map(row -> line(row, words)).toList();
        var last = rows.size() > PAGE ? rows.get(PAGE - 1) : null;
        return new LooksView(
                lines,
                last == null ? null : "/account/looks?before=" + last.at() + "_" + last.seq());
    }

    private List<Row> rows(@Nullable Key before) {
        var statement =
                jdbc.sql(
                                """
                        select * from dossier.look
                         where account = :account
                        """
                                        + (before == null
                                                ? ""
                                                : " and (at, seq) < (:at::timestamptz, :seq)")
                                        + " order by at desc, seq desc limit :limit")
                        .param("account", asking.current().account())
                        .param("limit", PAGE + 1);
        if (before != null)
            statement.param("at", Timestamp.from(before.at())).param("seq", before.seq());
        return statement.query(LooksReader::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var procedure = row.getString("procedure");
        return new Row(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("what"),
                row.getString("agency"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("code"),
                procedure == null ? null : new ReleaseId(procedure, row.getInt("release")));
    }

    private LooksView.Line line(Row row, DeskWords words) {
        if (row.what().equals(LookKeeper.ASKED)) return asked(row, words);
        var release = row.release();
        var code = row.code();
        return new LooksView.Line(
                HanoiTime.timeAndDate(row.at()),
                who(row, words),
                code == null
                        ? words.t("desk-page.looks.what." + row.what().toLowerCase(Locale.ROOT))
                        : words.t("desk-page.looks.what.dossier", code),
                release == null ? null : words.in(rules.release(release).record().name()),
                code == null ? null : "/dossiers/" + code,
                why(row, words));
    }

    /// The platform asked another agency's register.
    private LooksView.Line asked(Row row, DeskWords words) {
        var release = row.release();
        var code = row.code();
        var id = row.purpose() == null ? "" : row.purpose();
        var register = registers.find(id);
        var name = register.map(found -> words.in(found.name())).orElse(id);
        var agency = agencies.find(row.agency() == null ? "" : row.agency());
        return new LooksView.Line(
                HanoiTime.timeAndDate(row.at()),
                words.t(
                        "register.look.who",
                        agency.map(found -> words.in(found.name())).orElse("")),
                code == null
                        ? words.t("register.look.what", name)
                        : words.t("register.look.what.dossier", name, code),
                release == null ? null : words.in(rules.release(release).record().name()),
                code == null ? null : "/dossiers/" + code,
                words.t(
                        "register.look.why",
                        register.map(found -> words.in(found.basis())).orElse("–")));
    }

    private String who(Row row, DeskWords words) {
        var role =
                words.t(
                        "desk-page.looks.role."
                                + (ROLES.contains(row.role()) ? row.role() : "other"));
        return agencies.find(row.agency() == null ? "" : row.agency())
                .map(agency -> role + ", " + words.in(agency.name()))
                .orElse(role);
    }

    private static String why(Row row, DeskWords words) {
        if (row.what().equals("ACCOUNT")) return words.t("desk-page.looks.why.counter");
        var purpose = row.purpose();
        return purpose == null
                ? words.t("desk-page.looks.why.handling")
                : words.orElse(
                        "desk-page.purpose." + purpose, words.t("desk-page.looks.why.handling"));
    }
}
