package vn.motcua.dossier.internal.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.vault.Vault;

/// Agencies that were given a step of somebody else's dossier. One whose step came to nothing
/// opens the papers no more, unless something else entitles it.
@Service
class Visitors implements JournalConsumer {
    private final DossierStore dossiers;
    private final Vault vault;
    private final JdbcClient jdbc;

    Visitors(DossierStore dossiers, Vault vault, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "dossier-visitors";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("dossier.undone", "dossier.stopped");
    }

    @Override
    public void accept(List<FeedEntry> batch) {
        batch.stream()
                .map(line -> Objects.requireNonNull(line.entry().subjectId()))
                .distinct()
                .sorted()
                .forEach(this::look);
    }

    /// Locked, so that a step given anew meanwhile is seen.
    private void look(UUID id) {
        var left = left(id);
        if (left.isEmpty()) return;
        var dossier = dossiers.lock(id);
        var files = new HashSet<UUID>();
        dossier.papers().forEach(paper -> files.addAll(paper.files()));
        if (files.isEmpty()) return;
        for (var agency : left(id)) {
            var alone = alone(dossier, agency, files);
            if (!alone.isEmpty()) vault.unshare(alone, agency);
        }
    }

    /// Agencies without a step in hand or done.
    private List<String> left(UUID id) {
        return jdbc.sql(
                        """
                        select distinct t.agency
                          from dossier.task t
                         where t.dossier_id = :id and t.kind = 'STEP'
                           and t.agency <> dossier.agency_of(:id) and not dossier.worked_at(:id, t.agency)
                         order by t.agency
                        """)
                .param("id", id)
                .query(String.class)
                .list();
    }

    /// Those of the papers the agency has of no other dossier of the same person.
    private List<UUID> alone(Dossier dossier, String agency, Set<UUID> files) {
        return jdbc.sql(
                        """
                        select f.id
                          from unnest(:files) as f (id)
                         where not exists (select from dossier.dossier d
                                            where d.filer_account = :filer::uuid and d.id <> :id
                                              and (d.agency = :agency or dossier.worked_at(d.id, :agency))
                                              and d.papers::text like '%' || f.id || '%')
                           and not exists (select from dossier.part p
                                             join dossier.dossier d on d.id in (p.child_id, p.parent_id)
                                            where (p.parent_id = :id or p.child_id = :id)
                                              and d.id <> :id and d.agency = :agency)
                        """)
                .param("files", files.toArray(UUID[]::new))
                .param("filer", vn.motcua.kernel.Sql.uuid(dossier.people().filer()))
                .param("id", dossier.id())
                .param("agency", agency)
                .query(UUID.class)
                .list();
    }
}
