package vn.motcua.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Time and cost of one way of filing; a channel may appear several times, for different cases.
///
/// @param caseCode the case this rule is for, null for all
/// @param term null when the source does not tell
public record ChannelRule(
        Channel channel,
        @Nullable String caseCode,
        @Nullable Term term,
        ClockStart clockStarts,
        List<FeeLine> fees,
        @Nullable LocalText note) {

    /// What sets the clock going.
    public enum ClockStart {
        COMPLETE_DOSSIER,
        PAYMENT
    }

    public ChannelRule {
        fees = List.copyOf(fees);
    }
}
