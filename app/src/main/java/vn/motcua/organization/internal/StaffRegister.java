package vn.motcua.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionEnded;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

@Repository
class StaffRegister implements Staff {
    private static final String COLUMNS =
            """
            select account, name, agency, unit, position, title_vi, title_en
              from organization.staff
             where valid_from <= :today and (valid_to is null or valid_to >= :today)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StaffRegister(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StaffMember> of(UUID account) {
        return jdbc.sql(
                        COLUMNS
                                + " and account = :account order by valid_from, agency, unit, position")
                .param("today", today())
                .param("account", account)
                .query((row, _) -> member(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StaffMember> inAgency(String agencyCode) {
        return jdbc.sql(COLUMNS + " and agency = :agency order by name, account, unit, position")
                .param("today", today())
                .param("agency", agencyCode)
                .query((row, _) -> member(row))
                .list();
    }

    @Override
    @Transactional
    public void appoint(StaffMember member) {
        appoint(List.of(member));
    }

    @Override
    @Transactional
    public void appoint(Collection<StaffMember> members) {
        var today = today();
        for (var member : members) {
            if (rename(member, today) == 0) insert(member, today);
        }
    }

    private int rename(StaffMember member, LocalDate today) {
        return jdbc.sql(
                        """
                        update organization.staff
                           set name = :name, title_vi = :vi, title_en = :en
                         where account = :account and agency = :agency and unit = :unit
                           and position = :position
                           and valid_from <= :today and (valid_to is null or valid_to >= :today)
                        """)
                .param("name", member.name())
                .param("vi", member.title().vi())
                .param("en", member.title().en())
                .param("account", member.account())
                .param("agency", member.agency())
                .param("unit", member.unit())
                .param("position", member.position().name())
                .param("today", today)
                .update();
    }

    private void insert(StaffMember member, LocalDate today) {
        jdbc.sql(
                        """
                        insert into organization.staff
                               (account, name, agency, unit, position, title_vi, title_en, valid_from)
                        values (:account, :name, :agency, :unit, :position, :vi, :en, :today)
                        on conflict (account, agency, unit, position, valid_from) do update
                           set name = excluded.name, title_vi = excluded.title_vi,
                               title_en = excluded.title_en, valid_to = null
                        """)
                .param("account", member.account())
                .param("name", member.name())
                .param("agency", member.agency())
                .param("unit", member.unit())
                .param("position", member.position().name())
                .param("vi", member.title().vi())
                .param("en", member.title().en())
                .param("today", today)
                .update();
    }

    @Override
    @Transactional
    public void relieve(UUID account, String agencyCode, PositionKind position) {
        int ended =
                jdbc.sql(
                                """
                        update organization.staff
                           set valid_to = cast(:today as date) - 1
                         where account = :account and agency = :agency and position = :position
                           and (valid_to is null or valid_to >= :today)
                        """)
                        .param("today", today())
                        .param("account", account)
                        .param("agency", agencyCode)
                        .param("position", position.name())
                        .update();
        if (ended > 0) events.publishEvent(new PositionEnded(account, agencyCode, position));
    }

    private LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("agency"),
                row.getString("unit"),
                PositionKind.valueOf(row.getString("position")),
                new LocalText(row.getString("title_vi"), row.getString("title_en")));
    }
}
