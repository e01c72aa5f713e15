package vn.motcua.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// A ground on which officers may stop the clock of a dossier.
///
/// @param basis where the law allows it; null when the release does not tell
/// @param term after which the clock goes on by itself; null when an officer has to say so
public record PauseGround(
        String id, LocalText text, @Nullable String basis, @Nullable TimeLimit term) {
    private static final String USUAL = "/procedure/pause-grounds.yaml";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static final class Shipped {
        static final List<PauseGround> LIST = shipped();
    }

    /// The grounds of releases that name none of their own.
    public static List<PauseGround> usual() {
        return Shipped.LIST;
    }

    /// One item of `pauseGrounds:`.
    public static PauseGround read(YamlNode node) {
        node.only("id", "text", "basis", "term");
        return new PauseGround(
                node.code("id", ID, "verification"),
                node.localText("text"),
                node.textOrNull("basis"),
                term(node.at("term")));
    }

    private static @Nullable TimeLimit term(YamlNode node) {
        if (!node.present()) return null;
        node.only("quantity", "unit");
        var unit =
                TermUnit.valueOf(
                        node.oneOf("unit", List.of("WORKING_DAY", "CALENDAR_DAY", "WORKING_HOUR")));
        return new TimeLimit(node.integer("quantity", 1, 1_000), unit, null);
    }

    private static List<PauseGround> shipped() {
        try (var in = PauseGround.class.getResourceAsStream(USUAL)) {
            if (in == null) throw new IllegalStateException("missing resource " + USUAL);
            var faults = new FaultSink();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var list =
                    YamlTree.parse(USUAL, text, faults).listOf("pauseGrounds", PauseGround::read);
            if (!faults.isEmpty()) throw new IllegalStateException(faults.faults().toString());
            return List.copyOf(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
