package vn.motcua.dossier.internal.talk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.talk.Message.Side;
import vn.motcua.dossier.internal.talk.Message.Way;
import vn.motcua.dossier.internal.talk.TalkPages.Before;
import vn.motcua.dossier.internal.talk.TalkPages.Place;
import vn.motcua.dossier.internal.tracking.Tracking;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// Opens the conversation to each of those who take part in it: officers, the person with an
/// account, and whoever tracks the dossier with its key.
@Service
class TalkDoor {
    /// More topics than anybody prints; the newest are printed.
    static final int PRINTED = 200;

    private final DossierStore dossiers;
    private final Talk talk;
    private final TalkPages pages;
    private final Tracking tracking;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    TalkDoor(
            DossierStore dossiers,
            Talk talk,
            TalkPages pages,
            Tracking tracking,
            Vault vault,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.talk = talk;
        this.pages = pages;
        this.tracking = tracking;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Which part of the conversation, and what happened before.
    record Shown(@Nullable UUID before, boolean print, Before happened) {
        int topics() {
            return print ? PRINTED : TalkPages.PAGE;
        }
    }

    /// An officer reads; that is written down like any look.
    @Transactional
    public TalkView desk(UUID id, Shown shown, Locale locale) {
        var dossier = dossiers.require(id);
        journal.append(
                Facts.of(
                        "viewed",
                        dossier,
                        asking.current(),
                        clock.instant(),
                        Purposes.ofLook("talk")));
        var base = "/desk/dossiers/" + id;
        var place =
                new Place(
                        Side.OFFICE, base, base + "/talk", Map.of(), base + "/talk/files/", false);
        return view(dossier, place, shown, locale);
    }

    @Transactional
    public TalkView own(String code, Shown shown, Locale locale) {
        return view(owned(code), ownPlace(code), shown, locale);
    }

    private static Place ownPlace(String code) {
        var base = "/dossiers/" + code;
        return new Place(
                Side.PERSON, base, base + "/messages", Map.of(), base + "/messages/files/", true);
    }

    @Transactional
    public void answer(String code, Talk.Written written) {
        talk.person(owned(code), written, Way.ACCOUNT);
    }

    TalkView tracked(DossierCode code, String key, Shown shown, Locale locale) {
        return tracking.readByKey(
                code, key, dossier -> view(dossier, trackedPlace(code, key), shown, locale));
    }

    void answerTracked(DossierCode code, String key, Talk.Written written) {
        tracking.readByKey(
                code,
                key,
                dossier -> {
                    talk.person(dossier, written, Way.TRACKING);
                    return true;
                });
    }

    private static Place trackedPlace(DossierCode code, String key) {
        var query = new java.util.LinkedHashMap<String, String>();
        query.put("code", code.value());
        query.put("key", key);
        var back = new Place(Side.PERSON, "", "/tracking", query, null, false);
        return new Place(
                Side.PERSON, back.href("", Map.of()), "/tracking/messages", query, null, false);
    }

    private TalkView view(Dossier dossier, Place place, Shown shown, Locale locale) {
        return pages.view(dossier, place, shown.before(), shown.topics(), shown.happened(), locale);
    }

    private Dossier owned(String code) {
        var account = asking.current().account();
        return DossierCode.parse(code)
                .flatMap(dossiers::idOf)
                .flatMap(dossiers::find)
                .filter(dossier -> account != null && account.equals(dossier.people().filer()))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// A file that came with a message of this dossier and of no other.
    @Transactional(readOnly = true)
    public StoredFile deskFile(UUID id, UUID file) {
        return file(dossiers.require(id).id(), file);
    }

    @Transactional(readOnly = true)
    public StoredFile ownFile(String code, UUID file) {
        return file(owned(code).id(), file);
    }

    private StoredFile file(UUID dossier, UUID file) {
        if (!talk.holds(dossier, file)) throw new ProblemException(DossierProblem.NOT_FOUND);
        return vault.find(file).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    static Before unsent(
            @Nullable UUID topic, String body, Map<String, String> errors, List<Message> others) {
        return new Before(
                new TalkView.Typed(topic, Body.tidy(body)), errors, List.copyOf(others), false);
    }
}
