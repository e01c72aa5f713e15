package vn.motcua.dossier.internal.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.counter.ScanPlace;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.identity.Asking;

/// Scanning what somebody brings to the counter in answer to a request to supplement.
@Component
class BroughtScans implements ScanPlace {
    static final String PLACE = "supplement";

    private final DossierStore dossiers;
    private final PaperStore papers;
    private final Permissions permissions;
    private final Asking asking;

    BroughtScans(DossierStore dossiers, PaperStore papers, Permissions permissions, Asking asking) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.permissions = permissions;
        this.asking = asking;
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Slot> slot(UUID id, String slot, Locale locale) {
        var dossier =
                dossiers.find(id).filter(permissions.posts(asking.current())::actsOn).orElse(null);
        if (dossier == null) return Optional.empty();
        return papers.openSupplement(id).stream()
                .flatMap(request -> request.items().stream())
                .filter(item -> item.id().equals(slot))
                .map(
                        item ->
                                new Slot(
                                        item.text(),
                                        "/desk/dossiers/" + id + "/acts/receive-supplement",
                                        dossier.people().filer()))
                .findFirst();
    }
}
