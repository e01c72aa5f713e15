package vn.motcua.dossier.internal.counter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of papers being put together. Row-level security shows each officer their own.
@Repository
class ScanStore {
    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Owner(UUID account, String agency) {}

    record PageRow(UUID id, UUID file, int turn) {}

    record PaperRow(String slot, UUID file) {}

    List<PageRow> pages(UUID subject, String slot) {
        return jdbc.sql(
                        """
                        select id, file_id, turn from dossier.scan_page
                         where subject = :subject and slot = :slot
                         order by place
                        """)
                .param("subject", subject)
                .param("slot", slot)
                .query(
                        (row, _) ->
                                new PageRow(
                                        row.getObject("id", UUID.class),
                                        row.getObject("file_id", UUID.class),
                                        row.getInt("turn")))
                .list();
    }

    List<PaperRow> papers(UUID subject) {
        return jdbc.sql(
                        """
                        select slot, file_id from dossier.scan_paper
                         where subject = :subject
                         order by at, file_id
                        """)
                .param("subject", subject)
                .query(
                        (row, _) ->
                                new PaperRow(
                                        row.getString("slot"),
                                        row.getObject("file_id", UUID.class)))
                .list();
    }

    void add(UUID id, UUID subject, String slot, Owner owner, UUID file, Instant at) {
        oneByOne(subject, slot);
        jdbc.sql(
                        """
                        insert into dossier.scan_page (id, subject, slot, by_account, agency, file_id, place, at)
                        select :id, :subject, :slot, :account, :agency, :file, coalesce(max(place), 0) + 1, :at
                          from dossier.scan_page
                         where subject = :subject and slot = :slot
                        """)
                .param("id", id)
                .param("subject", subject)
                .param("slot", slot)
                .param("account", owner.account())
                .param("agency", owner.agency())
                .param("file", file)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Photos sent at the same time keep their order of arrival.
    private void oneByOne(UUID subject, String slot) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 13))")
                .param("key", subject + "/" + slot)
                .query((_, _) -> true)
                .single();
    }

    /// Changes places with the neighbour.
    void move(UUID subject, String slot, UUID page, boolean up) {
        oneByOne(subject, slot);
        var pages = pages(subject, slot);
        for (int i = 0; i < pages.size(); i++) {
            int other = up ? i - 1 : i + 1;
            if (!pages.get(i).id().equals(page) || other < 0 || other >= pages.size()) continue;
            jdbc.sql(
                            """
                            update dossier.scan_page p
                               set place = o.place
                              from dossier.scan_page o
                             where p.id in (:one, :two) and o.id in (:one, :two) and p.id <> o.id
                            """)
                    .param("one", page)
                    .param("two", pages.get(other).id())
                    .update();
        }
    }

    void turn(UUID subject, String slot, UUID page) {
        jdbc.sql(
                        """
                        update dossier.scan_page set turn = (turn + 90) % 360
                         where id = :id and subject = :subject and slot = :slot
                        """)
                .param("id", page)
                .param("subject", subject)
                .param("slot", slot)
                .update();
    }

    /// @return the file that lies nowhere now
    Optional<UUID> remove(UUID subject, String slot, UUID page) {
        return jdbc.sql(
                        """
                        delete from dossier.scan_page
                         where id = :id and subject = :subject and slot = :slot
                        returning file_id
                        """)
                .param("id", page)
                .param("subject", subject)
                .param("slot", slot)
                .query(UUID.class)
                .optional();
    }

    void addPaper(UUID subject, String slot, Owner owner, UUID file, int pages, Instant at) {
        jdbc.sql(
                        """
                        insert into dossier.scan_paper (file_id, subject, slot, by_account, agency, pages, at)
                        values (:file, :subject, :slot, :account, :agency, :pages, :at)
                        """)
                .param("file", file)
                .param("subject", subject)
                .param("slot", slot)
                .param("account", owner.account())
                .param("agency", owner.agency())
                .param("pages", pages)
                .param("at", Timestamp.from(at))
                .update();
    }

    void removePaper(UUID subject, UUID file) {
        jdbc.sql("delete from dossier.scan_paper where subject = :subject and file_id = :file")
                .param("subject", subject)
                .param("file", file)
                .update();
    }

    void forget(UUID subject) {
        for (var table : List.of("scan_page", "scan_paper"))
            jdbc.sql("delete from dossier." + table + " where subject = :subject")
                    .param("subject", subject)
                    .update();
    }

    int forgetBefore(Instant before) {
        int gone = 0;
        for (var table : List.of("scan_page", "scan_paper"))
            gone +=
                    jdbc.sql("delete from dossier." + table + " where at < :before")
                            .param("before", Timestamp.from(before))
                            .update();
        return gone;
    }
}
