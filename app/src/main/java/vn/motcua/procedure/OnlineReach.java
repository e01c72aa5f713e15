package vn.motcua.procedure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// How far a procedure goes online *in fact*: worked out from its release, not declared. Full
/// means that from filing to result nothing makes the person go anywhere.
///
/// @param first what first makes them go, in the order in which they meet it; null where nothing
///     does
public record OnlineReach(OnlineLevel level, @Nullable Obstacle first) {
    private static final Pattern OTHER_CHANNEL =
            Pattern.compile(
                    "\\s*channel\\s*(?:==\\s*['\"](?:DIRECT|POSTAL)['\"]|!=\\s*['\"]ONLINE['\"])\\s*");

    public enum Why {
        /// cannot be filed here at all
        NO_FORM,
        /// no way of filing online is published
        NO_CHANNEL,
        /// a paper has to be shown
        PAPER,
        /// a step needs the person there
        STEP
    }

    /// @param what the paper or step, in the release's words; null where there is none to name
    public record Obstacle(Why why, @Nullable LocalText what) {}

    public static OnlineReach of(Release release) {
        var record = release.record();
        if (!record.offers(Channel.ONLINE)) return none(Why.NO_CHANNEL);
        if (!release.fileable()) return none(Why.NO_FORM);
        for (var paper : record.components()) {
            if (forces(paper)) return partial(Why.PAPER, paper.name());
        }
        var process = release.files().find(ReleaseFiles.PROCESS).orElse("");
        if (process.contains("visit")) {
            var root = YamlTree.parse(ReleaseFiles.PROCESS, process, new FaultSink());
            for (var step : root.list("steps")) {
                var visit = step.localTextOrNull("visit");
                if (visit != null && online(step)) return partial(Why.STEP, visit);
            }
        }
        return new OnlineReach(OnlineLevel.FULL, null);
    }

    private static OnlineReach none(Why why) {
        return new OnlineReach(OnlineLevel.NONE, new Obstacle(why, null));
    }

    private static OnlineReach partial(Why why, LocalText what) {
        return new OnlineReach(OnlineLevel.PARTIAL, new Obstacle(why, what));
    }

    /// A paper to be shown that no register can stand in for.
    private static boolean forces(Component paper) {
        return paper.handling() == Component.Handling.PRESENT
                && paper.required()
                && paper.replacedBy() == null
                && paper.channels().contains(Channel.ONLINE);
    }

    /// Whether who files online comes to this step.
    private static boolean online(YamlNode step) {
        var condition = step.textOrNull("onlyWhen");
        return condition == null || !OTHER_CHANNEL.matcher(condition).matches();
    }
}
