package vn.motcua.dossier.internal.processing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.internal.print.SlipFee;
import vn.motcua.form.Answers;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.kernel.Money;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.FeeLine;

/// What a filing costs, by the release's rule of its channel and by its answers. An amount the
/// release does not know is told as such, never as nothing.
final class SlipFees {
    private static final String COUNCIL = "theo nghị quyết của Hội đồng nhân dân cấp tỉnh";

    private SlipFees() {}

    static List<SlipFee> of(
            ChannelRule rule, Form form, Answers answers, FormContext context, LocalDate day) {
        var fees = new ArrayList<SlipFee>();
        for (var line : rule.fees()) {
            if (!line.validOn(day)) continue;
            if (line.when() != null && !form.holds(line.when(), answers, context)) continue;
            int count = count(line, form, answers, context);
            if (count > 0) fees.add(fee(line, count));
        }
        return List.copyOf(fees);
    }

    private static int count(FeeLine line, Form form, Answers answers, FormContext context) {
        if (line.quantity() == null) return 1;
        return form.value(line.quantity(), answers, context)
                .filter(Number.class::isInstance)
                .map(value -> Math.clamp(((Number) value).longValue(), 0, 10_000))
                .orElse(1);
    }

    private static SlipFee fee(FeeLine line, int count) {
        var times = line.quantity() == null ? "" : ", " + count + " " + per(line);
        var name = line.name().vi() + times;
        var note = line.note() == null ? null : line.note().vi();
        if (line.free()) return new SlipFee(name, Money.ZERO, false, note);
        if (line.unknown() || line.amount() == null)
            return new SlipFee(name, null, false, note == null ? COUNCIL : note);
        return new SlipFee(name, line.amount().times(count), false, note);
    }

    private static String per(FeeLine line) {
        return line.per() == null ? "lần" : line.per().vi().replaceFirst("^(một|1) ", "");
    }
}
