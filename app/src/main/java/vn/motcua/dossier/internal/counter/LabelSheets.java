package vn.motcua.dossier.internal.counter;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.print.PaperSize;
import vn.motcua.dossier.internal.print.QrImage;
import vn.motcua.dossier.internal.print.SheetPrinter;
import vn.motcua.dossier.internal.processing.Documents;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Issue;

/// Labels for the papers of a dossier that lie in the office: its code, a QR code that opens it on
/// an officer's screen, which paper it is, and how many there are. Nothing about the person stands
/// on them. Drafts of its documents are drawn here too.
@Service
class LabelSheets {
    private static final int COLUMNS = 3;
    private static final int ROWS = 8;

    private final DossierStore dossiers;
    private final Rules rules;
    private final Permissions permissions;
    private final Documents documents;
    private final SheetPrinter printer;
    private final PublicAddress address;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    LabelSheets(
            DossierStore dossiers,
            Rules rules,
            Permissions permissions,
            Documents documents,
            SheetPrinter printer,
            PublicAddress address,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.permissions = permissions;
        this.documents = documents;
        this.printer = printer;
        this.address = address;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    static Stream<Paper> onPaper(Dossier dossier) {
        return dossier.papers().stream().filter(p -> p.form() != Paper.Form.ELECTRONIC);
    }

    /// Labels of a sheet, in rows.
    @Transactional
    public byte[] labels(UUID id, boolean single) {
        var dossier = mine(id);
        var labels = labels(dossier);
        if (labels.isEmpty()) throw new ProblemException(DossierProblem.NOT_FOUND);
        var now = clock.instant();
        viewed(dossier, "labels", now);
        return single
                ? printer.print("label", new LabelPage(labels, List.of()), PaperSize.LABEL, now)
                : printer.print(
                        "labels", new LabelPage(labels, rows(labels)), PaperSize.LABELS, now);
    }

    private List<LabelPage.Label> labels(Dossier dossier) {
        var papers = onPaper(dossier).toList();
        var record = rules.record(dossier);
        var qr = QrImage.dataUri(address.desk(dossier.id()));
        var labels = new ArrayList<LabelPage.Label>();
        for (var paper : papers) {
            var name =
                    record.component(paper.component())
                            .map(component -> component.name().vi())
                            .orElse(paper.component());
            labels.add(
                    new LabelPage.Label(
                            dossier.code().value(), qr, name, labels.size() + 1, papers.size()));
        }
        return labels;
    }

    /// Rows of three; a page of eight rows begins a new sheet by itself.
    private static List<List<LabelPage.Label>> rows(List<LabelPage.Label> labels) {
        var rows = new ArrayList<List<LabelPage.Label>>();
        for (int i = 0; i < labels.size(); i += COLUMNS)
            rows.add(labels.subList(i, Math.min(labels.size(), i + COLUMNS)));
        return rows.size() > ROWS * 20 ? rows.subList(0, ROWS * 20) : rows;
    }

    /// The document as it would be issued now.
    @Transactional
    public byte[] draft(UUID id, Issue issue) {
        var dossier = mine(id);
        if (dossier.process() == null || dossier.moments().finished() != null)
            throw new ProblemException(DossierProblem.NOT_FOUND);
        var now = clock.instant();
        viewed(dossier, "draft", now);
        return documents.draft(dossier, issue, asking.current(), now);
    }

    private Dossier mine(UUID id) {
        var dossier = dossiers.require(id);
        if (!permissions.posts(asking.current()).actsOn(dossier))
            throw new ProblemException(DossierProblem.NOT_YOUR_AGENCY);
        return dossier;
    }

    private void viewed(Dossier dossier, String paper, Instant now) {
        journal.append(Facts.of("viewed", dossier, asking.current(), now, Map.of("paper", paper)));
    }
}
