package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Unfetched;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Words;

/// Puts together what the counter tells the person; must run in a transaction of theirs.
@Component
public class OwnNotesReader {
    private final Helped helped;
    private final Unfetched unfetched;
    private final PaperStore papers;
    private final PickupCodes codes;
    private final MessageSource messages;

    OwnNotesReader(
            Helped helped,
            Unfetched unfetched,
            PaperStore papers,
            PickupCodes codes,
            MessageSource messages) {
        this.helped = helped;
        this.unfetched = unfetched;
        this.papers = papers;
        this.codes = codes;
        this.messages = messages;
    }

    private record Reading(MessageSource messages, Locale locale) implements Words {
        @Override
        public String t(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        @Override
        public String in(LocalText text) {
            return text.in(locale);
        }
    }

    public OwnNotes of(Dossier dossier, Locale locale) {
        var words = new Reading(messages, locale);
        boolean finished = dossier.moments().finished() != null;
        boolean waits = dossier.state() == DossierState.COMPLETED;
        return new OwnNotes(
                dossier.code().value(),
                dossier.returnWay() == ReturnWay.COUNTER && codes.offered(dossier),
                waits
                        ? unfetched.reminded(dossier.id()).stream()
                                .map(HanoiTime::timeAndDate)
                                .toList()
                        : List.of(),
                dossier.people().assistedBy() == null ? null : helped.words(dossier.id(), words),
                finished
                        ? papers.ended(dossier.id()).stream().map(one -> ended(one, words)).toList()
                        : List.of());
    }

    private static String ended(PaperStore.Ended document, Words words) {
        var name = words.in(new LocalText(document.nameVi(), document.nameEn()));
        var on = HanoiTime.date(HanoiTime.dateOf(document.at()));
        return document.replacedBy() == null
                ? words.t("document.own.revoked", name, document.number(), on)
                : words.t(
                        "document.own.replaced",
                        name,
                        document.number(),
                        on,
                        document.replacedBy());
    }
}
