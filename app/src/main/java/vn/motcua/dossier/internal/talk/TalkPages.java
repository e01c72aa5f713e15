package vn.motcua.dossier.internal.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.talk.Message.Side;
import vn.motcua.dossier.internal.talk.Message.Way;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;

/// Lays out the conversation for one side.
@Component
class TalkPages {
    static final int PAGE = 10;

    private final Talk talk;
    private final Rules rules;
    private final MessageSource messages;

    TalkPages(Talk talk, Rules rules, MessageSource messages) {
        this.talk = talk;
        this.rules = rules;
        this.messages = messages;
    }

    /// Whose page it is and where it stands.
    ///
    /// @param base address of the page, without what is asked of it
    /// @param query what belongs to every address of the page, for example a tracking key
    /// @param opens beginning of the addresses of files; null where they cannot be opened
    record Place(
            Side reader,
            String back,
            String base,
            Map<String, String> query,
            @Nullable String opens,
            boolean files) {
        String href(String path, Map<String, String> more) {
            var parts = new ArrayList<String>();
            query.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
            more.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
            return base + path + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// What happened before the page is shown.
    ///
    /// @param typed what could not be sent
    /// @param meanwhile what colleagues wrote meanwhile
    record Before(
            TalkView.@Nullable Typed typed,
            Map<String, String> errors,
            List<Message> meanwhile,
            boolean sent) {
        static final Before NOTHING = new Before(null, Map.of(), List.of(), false);
        static final Before SENT = new Before(null, Map.of(), List.of(), true);
    }

    /// Must run in a transaction of somebody who sees the dossier.
    TalkView view(
            Dossier dossier,
            Place place,
            @Nullable UUID before,
            int topics,
            Before happened,
            Locale locale) {
        var words = new DeskWords(messages, locale);
        var found = talk.read(dossier, place.reader(), before, topics + 1);
        var grouped = new LinkedHashMap<UUID, List<Message>>();
        found.forEach(m -> grouped.computeIfAbsent(m.topic(), _ -> new ArrayList<>()).add(m));
        var shown =
                grouped.entrySet().stream()
                        .limit(topics)
                        .map(
                                topic ->
                                        new TalkView.Topic(
                                                topic.getKey(),
                                                lines(topic.getValue(), place, words)))
                        .toList();
        var until = talk.openUntil(dossier);
        return new TalkView(
                dossier.code().value(),
                rules.record(dossier).name(),
                place.back(),
                place.base(),
                place.query(),
                place.reader() == Side.OFFICE,
                talk.open(dossier),
                until == null ? null : HanoiTime.date(HanoiTime.dateOf(until)),
                place.files(),
                place.href("/print", Map.of()),
                shown,
                grouped.size() > topics
                        ? place.href("", Map.of("before", shown.getLast().id().toString()))
                        : null,
                happened.typed(),
                happened.errors(),
                happened.meanwhile().stream()
                        .map(
                                m ->
                                        words.t(
                                                "talk.meanwhile.line",
                                                HanoiTime.timeAndDate(m.at()),
                                                m.authorName(),
                                                m.body()))
                        .toList(),
                happened.sent());
    }

    private static List<TalkView.Line> lines(List<Message> topic, Place place, Words words) {
        return topic.stream().map(message -> line(message, place, words)).toList();
    }

    static TalkView.Line line(Message message, Place place, Words words) {
        boolean mine = message.side() == place.reader();
        return new TalkView.Line(
                by(message, place, words),
                HanoiTime.timeAndDate(message.at()),
                mine,
                !mine && message.read() == null,
                message.body(),
                message.files().stream()
                        .map(
                                file ->
                                        new TalkView.File(
                                                file.name(),
                                                place.opens() == null
                                                        ? null
                                                        : place.opens() + file.id()))
                        .toList(),
                read(message, mine, words));
    }

    /// Officers see names; the person sees the officer's, and themselves as themselves.
    private static String by(Message message, Place place, Words words) {
        if (message.side() == Side.OFFICE)
            return place.reader() == Side.OFFICE
                    ? message.authorName()
                    : words.t("talk.by.office", message.authorName());
        if (place.reader() == Side.PERSON)
            return words.t(message.way() == Way.TRACKING ? "talk.by.you-tracking" : "talk.by.you");
        return message.way() == Way.TRACKING ? words.t("talk.by.tracking") : message.authorName();
    }

    private static @Nullable String read(Message message, boolean mine, Words words) {
        if (!mine || message.read() == null) return null;
        var at = HanoiTime.timeAndDate(message.read());
        return message.readName() == null
                ? words.t("talk.read", at)
                : words.t("talk.read-by", at, message.readName());
    }
}
