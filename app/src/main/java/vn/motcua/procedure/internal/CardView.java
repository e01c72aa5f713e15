package vn.motcua.procedure.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.UsualTime.Usual;

/// A procedure in a list: who it is for, what it costs, how long it takes, online or not.
///
/// @param fee null when the source lists none: not told, which is not free
public record CardView(
        String code,
        LocalText name,
        LocalText summary,
        LocalText audience,
        @Nullable FeeView fee,
        TermView term,
        @Nullable Phrase usual,
        boolean online) {

    static CardView of(Release release, LocalDate today, Optional<Usual> usual) {
        var record = release.record();
        var rule = mainRule(record);
        return new CardView(
                record.code(),
                record.name(),
                record.summary(),
                new LocalText(first(record.audience().vi()), first(record.audience().en())),
                rule.flatMap(main -> mainFee(main, today)).map(FeeView::of).orElse(null),
                TermView.of(rule.map(ChannelRule::term).orElse(null)),
                usual.map(CardView::usual).orElse(null),
                record.offers(Channel.ONLINE));
    }

    /// Online when offered, else the first way of filing.
    static Optional<ChannelRule> mainRule(ProcedureRecord record) {
        return record.rule(Channel.ONLINE, null).or(() -> record.channels().stream().findFirst());
    }

    static Optional<FeeLine> mainFee(ChannelRule rule, LocalDate today) {
        return rule.fees().stream().filter(line -> line.validOn(today)).findFirst();
    }

    /// Up to a working day in hours, beyond it in days.
    static Phrase usual(Usual usual) {
        return time(usual.half());
    }

    static Phrase time(Duration working) {
        long hours = Math.max(1, Math.round(working.toMinutes() / 60.0));
        return hours <= 8
                ? Phrase.of("procedure.usual.hours", hours)
                : Phrase.of("procedure.usual.days", Math.round(hours / 8.0));
    }

    private static String first(String text) {
        int end = text.indexOf(". ");
        var sentence = end > 0 ? text.substring(0, end) : text;
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
