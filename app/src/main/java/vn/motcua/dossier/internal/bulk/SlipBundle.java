package vn.motcua.dossier.internal.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.desk.DeskDossierReader;
import vn.motcua.kernel.ProblemException;

/// The newest slip of each chosen dossier in one file. Reading each is written down as if it had
/// been opened alone; what would ask for a purpose first is left out.
@Component
class SlipBundle {
    private final BulkStore store;
    private final Bulks bulks;
    private final Judging judging;
    private final DeskDossierReader reader;
    private final TransactionTemplate transaction;

    SlipBundle(
            BulkStore store,
            Bulks bulks,
            Judging judging,
            DeskDossierReader reader,
            TransactionTemplate transaction) {
        this.store = store;
        this.bulks = bulks;
        this.judging = judging;
        this.reader = reader;
        this.transaction = transaction;
    }

    ResponseEntity<byte[]> print(UUID id) {
        var bulk = bulks.require(id);
        if (bulk.act() != BulkAct.SLIPS) throw new ProblemException(DossierProblem.NOT_FOUND);
        var merger = new PDFMergerUtility();
        int pages = 0;
        for (var row : Objects.requireNonNull(transaction.execute(_ -> store.rows(id)))) {
            var verdict = judging.judge(bulk, row);
            var offer = verdict.offer();
            if (verdict.refusal() != null || offer == null || offer.slip() == null) continue;
            merger.addSource(new RandomAccessReadBuffer(reader.slip(row.dossier(), offer.slip())));
            pages++;
        }
        if (pages == 0) throw new ProblemException(DossierProblem.NOT_FOUND);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"phieu.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(merged(merger));
    }

    private static byte[] merged(PDFMergerUtility merger) {
        var out = new ByteArrayOutputStream();
        merger.setDestinationStream(out);
        try {
            merger.mergeDocuments(MemoryUsageSetting.setupMainMemoryOnly().streamCache);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
