package vn.motcua.dossier.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.kernel.HanoiTime;

/// What an open page of a dossier asks now and then: who else has it open, and whether it has
/// changed. Asking also says that the page is still open.
@Controller
class BesideController {
    private final Visits visits;
    private final DossierStore dossiers;
    private final MessageSource messages;

    BesideController(Visits visits, DossierStore dossiers, MessageSource messages) {
        this.visits = visits;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    @GetMapping("/desk/dossiers/{id}/beside")
    @Transactional
    public ResponseEntity<List<String>> beside(@PathVariable UUID id, Locale locale) {
        var dossier = dossiers.require(id);
        var words = new DeskWords(messages, locale);
        var lines = new ArrayList<String>();
        var shown = visits.alive(dossier.id());
        if (shown != null && visits.changed(id, shown))
            lines.add(words.t("desk-page.beside.changed"));
        for (var other : visits.beside(id))
            lines.add(words.t("desk-page.beside", other.name(), HanoiTime.time(other.since())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(lines);
    }
}
