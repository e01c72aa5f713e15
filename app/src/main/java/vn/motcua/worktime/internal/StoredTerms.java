package vn.motcua.worktime.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.ShortenedTerm;
import vn.motcua.worktime.ShortenedTerms;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Shortened terms read once for each version of the calendar; there are never many.
@Service
class StoredTerms implements ShortenedTerms {
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final CalendarDesk desk;
    private volatile Read read = new Read(-1, List.of());

    private record Read(int version, List<ShortenedTerm> terms) {}

    StoredTerms(JdbcClient jdbc, Calendars calendars, CalendarDesk desk) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.desk = desk;
    }

    @Override
    public List<ShortenedTerm> all() {
        int version = calendars.version();
        var kept = read;
        if (kept.version != version) read = kept = new Read(version, stored());
        return kept.terms;
    }

    @Override
    @Transactional
    public int decide(ShortenedTerm term) {
        int version = desk.next(term.decision());
        end(term, version);
        insert(term, version);
        return version;
    }

    @Override
    @Transactional
    public int end(ShortenedTerm term, LocalDate last, String decision) {
        int version = desk.next(decision);
        end(term, version);
        if (!last.isBefore(term.from())) insert(until(term, last), version);
        return version;
    }

    private static ShortenedTerm until(ShortenedTerm term, LocalDate last) {
        return new ShortenedTerm(
                term.agency(),
                term.procedure(),
                term.channel(),
                term.caseCode(),
                term.limit(),
                term.from(),
                last,
                term.decision());
    }

    private void insert(ShortenedTerm term, int version) {
        jdbc.sql(
                        """
                        insert into worktime.shortened_term (agency, procedure, channel, case_code, quantity, unit,
                               cutoff, valid_from, valid_to, decision, since_version)
                        values (:agency, :procedure, :channel, :case, :quantity, :unit, :cutoff, :from, :to,
                               :decision, :version)
                        """)
                .param("agency", term.agency())
                .param("procedure", term.procedure())
                .param("channel", term.channel() == null ? "" : term.channel())
                .param("case", term.caseCode() == null ? "" : term.caseCode())
                .param("quantity", term.limit().quantity())
                .param("unit", term.limit().unit().name())
                .param("cutoff", term.limit().cutoff())
                .param("from", term.from())
                .param("to", term.to() == null ? NO_END : term.to())
                .param("decision", term.decision())
                .param("version", version)
                .update();
    }

    private void end(ShortenedTerm term, int version) {
        jdbc.sql(
                        """
                        update worktime.shortened_term
                           set until_version = :version
                         where agency = :agency and procedure = :procedure and channel = :channel
                           and case_code = :case and valid_from = :from and until_version is null
                        """)
                .param("agency", term.agency())
                .param("procedure", term.procedure())
                .param("channel", term.channel() == null ? "" : term.channel())
                .param("case", term.caseCode() == null ? "" : term.caseCode())
                .param("from", term.from())
                .param("version", version)
                .update();
    }

    private List<ShortenedTerm> stored() {
        return jdbc.sql("select * from worktime.shortened_term where until_version is null")
                .query(StoredTerms::term)
                .list();
    }

    private static ShortenedTerm term(ResultSet row, int number) throws SQLException {
        var limit =
                new TimeLimit(
                        row.getInt("quantity"),
                        TermUnit.valueOf(row.getString("unit")),
                        row.getObject("cutoff", LocalTime.class));
        var to = row.getObject("valid_to", LocalDate.class);
        return new ShortenedTerm(
                row.getString("agency"),
                row.getString("procedure"),
                orNull(row.getString("channel")),
                orNull(row.getString("case_code")),
                limit,
                row.getObject("valid_from", LocalDate.class),
                to.isBefore(NO_END) ? to : null,
                row.getString("decision"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
