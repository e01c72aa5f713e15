package vn.motcua.dossier.internal.talk;

import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.talk.Message.Side;
import vn.motcua.dossier.internal.talk.TalkPages.Place;

/// The conversation on the dossier's page. Seeing it here is no receipt: that takes opening it.
@Component
class TalkPart implements DeskPart<NewestView> {
    private static final int NEWEST = 3;

    private final Talk talk;
    private final TalkStore store;

    TalkPart(Talk talk, TalkStore store) {
        this.talk = talk;
        this.store = store;
    }

    @Override
    public Class<NewestView> type() {
        return NewestView.class;
    }

    @Override
    public NewestView of(Opened opened) {
        var id = opened.dossier().id();
        var newest = talk.newest(id, NEWEST);
        boolean unread = newest.stream().anyMatch(m -> m.side() == Side.PERSON && m.read() == null);
        var base = "/desk/dossiers/" + id;
        var place =
                new Place(
                        Side.OFFICE,
                        base,
                        base + "/talk",
                        java.util.Map.of(),
                        base + "/talk/files/",
                        false);
        return new NewestView(
                id,
                unread ? store.unread(java.util.List.of(id), Side.PERSON).getOrDefault(id, 0) : 0,
                newest.stream()
                        .map(message -> TalkPages.line(message, place, opened.words()))
                        .toList());
    }
}
