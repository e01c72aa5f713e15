package vn.motcua.dossier.internal.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.counter.ScanPlace;

/// Scanning the papers of a draft at the counter.
@Component
class PaperScans implements ScanPlace {
    private final CounterPapers papers;

    PaperScans(CounterPapers papers) {
        this.papers = papers;
    }

    @Override
    public String place() {
        return "papers";
    }

    @Override
    public Optional<Slot> slot(UUID draft, String slot, Locale locale) {
        return papers.component(draft, slot)
                .map(
                        component ->
                                new Slot(
                                        component.name().in(locale),
                                        "/desk/counter/" + draft + "/papers#form." + slot,
                                        papers.person(draft)));
    }
}
