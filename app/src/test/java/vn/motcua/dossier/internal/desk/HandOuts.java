package vn.motcua.dossier.internal.desk;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;

/// Results that lie at the counter, and the form of handing one over.
final class HandOuts {
    private HandOuts() {}

    static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// A dossier whose result lies at the counter.
    static UUID ready(DeskHouse house, String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        house.asking.run(
                house.receptionist, () -> house.bean(Desk.class).accept(id, house.version(id)));
        house.completes(house.officer, id, "eligible");
        house.completes(house.approver, id, "sign");
        return id;
    }

    static Dossier dossier(DeskHouse house, UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id));
    }

    static String handOver(Surfer desk, UUID id) {
        var page = desk.page("/desk/dossiers/" + id);
        var act =
                Surfer.group(
                                "href=\"(/desk/dossiers/[^\"]*/acts/step[^\"]*outcome=handed-over)\"",
                                page)
                        .replace("&amp;", "&");
        return Surfer.location(desk.get(act));
    }

    static String[] fields(DeskHouse house, UUID id, String asked, String... more) {
        var all =
                new java.util.ArrayList<>(
                        List.of(
                                "version", Integer.toString(house.version(id)),
                                "token", asked.replaceFirst(".*token=", "").replaceFirst("&.*", ""),
                                "outcome", "handed-over",
                                "receiver", "OWNER",
                                "receiverName", "Lê Văn Duyệt",
                                "identity", "true"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
