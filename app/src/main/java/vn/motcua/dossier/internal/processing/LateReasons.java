package vn.motcua.dossier.internal.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;

/// The reasons for lateness an officer chooses from; figures count by their ids.
public final class LateReasons {
    private static final String FILE = "/dossier/late-reasons.yaml";

    /// Silence ended the step that completed the dossier.
    static final String TIMER = "answer-period";

    /// The dossier was completed by an act of somebody who is not asked: the person, another
    /// agency, the platform itself.
    static final String BY_ITSELF = "by-itself";

    /// @param id for figures; never used again for another reason
    /// @param given whether it is written down by the platform and by nobody else
    public record LateReason(String id, LocalText text, boolean given) {}

    private static final List<LateReason> ALL = read();

    private LateReasons() {}

    /// Those an officer chooses from.
    public static List<LateReason> toChoose() {
        return ALL.stream().filter(reason -> !reason.given()).toList();
    }

    public static Optional<LateReason> toChoose(String id) {
        return find(id).filter(reason -> !reason.given());
    }

    /// One the platform gives itself.
    static LateReason given(String id) {
        return find(id).filter(LateReason::given).orElseThrow();
    }

    public static Optional<LateReason> find(String id) {
        return ALL.stream().filter(reason -> reason.id().equals(id)).findFirst();
    }

    private static List<LateReason> read() {
        try (var in = LateReasons.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("missing resource " + FILE);
            var faults = new FaultSink();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var reasons =
                    YamlTree.parse(FILE, text, faults).listOf("lateReasons", LateReasons::reason);
            if (!faults.isEmpty()) throw new IllegalStateException(faults.faults().toString());
            return List.copyOf(reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LateReason reason(YamlNode node) {
        node.only("id", "text", "given");
        return new LateReason(node.text("id"), node.localText("text"), node.flagOr("given", false));
    }
}
