package vn.motcua.dossier.internal.counter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// Follows up on filings an officer helped with: who has not confirmed yet, and by which way the
/// others have. A code printed and typed by the same officer is weaker than a person's account, so
/// the two are counted apart.
@Service
class ReadBacks {
    private static final int PAGE = 50;
    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Permissions permissions;
    private final Asking asking;
    private final Clock clock;

    ReadBacks(
            JdbcClient jdbc,
            Releases releases,
            Permissions permissions,
            Asking asking,
            Clock clock) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.permissions = permissions;
        this.asking = asking;
        this.clock = clock;
    }

    private record Counted(long waiting, long account, long sheet) {}

    /// @param before the last draft of the page before; null for the first page
    @Transactional(readOnly = true)
    ReadBacksView mine(@Nullable UUID before) {
        permissions.require(PositionKind.RECEPTIONIST);
        var by = asking.current();
        var account = Objects.requireNonNull(by.account());
        var agency = Objects.requireNonNull(by.agency());
        var counted = counted(account, agency);
        var waiting = waiting(account, agency, before);
        return new ReadBacksView(
                waiting.stream().limit(PAGE).toList(),
                waiting.size() > PAGE ? waiting.get(PAGE - 1).draft() : null,
                counted.waiting(),
                counted.account(),
                counted.sheet(),
                DAYS);
    }

    private List<ReadBacksView.Waiting> waiting(
            UUID account, String agency, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select draft_id, procedure_code, release_version, prepared_at, person_account
                          from dossier.helped_filing
                         where dossier_id is null and confirmed_at is null and helper = :account and agency = :agency
                           and (:before::uuid is null or draft_id < :before::uuid)
                         order by draft_id desc
                         limit :limit
                        """)
                .param("account", account)
                .param("agency", agency)
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(
                        (row, _) ->
                                new ReadBacksView.Waiting(
                                        row.getObject("draft_id", UUID.class),
                                        name(
                                                new ReleaseId(
                                                        row.getString("procedure_code"),
                                                        row.getInt("release_version"))),
                                        HanoiTime.timeAndDate(
                                                row.getTimestamp("prepared_at").toInstant()),
                                        row.getObject("person_account") != null))
                .list();
    }

    private LocalText name(ReleaseId release) {
        return releases.find(release)
                .map(found -> found.record().name())
                .orElseGet(() -> LocalText.of(release.procedureCode()));
    }

    private Counted counted(UUID account, String agency) {
        return jdbc.sql(
                        """
                        select (select count(*) from dossier.helped_filing
                                 where dossier_id is null and confirmed_at is null and helper = :account
                                   and agency = :agency) as waiting,
                               count(*) filter (where confirmed_how = 'ACCOUNT') as account,
                               count(*) filter (where confirmed_how = 'SHEET') as sheet
                          from dossier.helped_filing
                         where agency = :agency and confirmed_at > :since and helper = :account
                        """)
                .param("agency", agency)
                .param("account", account)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(DAYS))))
                .query(Counted.class)
                .single();
    }
}
