package vn.motcua.dossier.internal.talk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The conversation as one side sees it.
///
/// @param back address of the dossier's page
/// @param action where messages are sent
/// @param hidden what every form carries along
/// @param office whether an officer reads
/// @param open whether may still be written
/// @param until when it closes, in words; null while the dossier is under way
/// @param files whether files may be handed in
/// @param printed address of the printed form
/// @param older address of the page of older topics; null on the last page
/// @param typed what could not be sent; null otherwise
/// @param errors field id to words
/// @param meanwhile what colleagues wrote meanwhile
public record TalkView(
        String code,
        LocalText procedure,
        String back,
        String action,
        Map<String, String> hidden,
        boolean office,
        boolean open,
        @Nullable String until,
        boolean files,
        String printed,
        List<Topic> topics,
        @Nullable String older,
        @Nullable Typed typed,
        Map<String, String> errors,
        List<String> meanwhile,
        boolean sent) {

    public record Topic(UUID id, List<Line> lines) {
        public int size() {
            return lines.size();
        }
    }

    /// @param by who wrote it, in words
    /// @param mine whether the reader's side wrote it
    /// @param fresh whether it is shown for the first time
    /// @param read when the other side saw it, in words; null while it has not
    public record Line(
            String by,
            String at,
            boolean mine,
            boolean fresh,
            String body,
            List<File> files,
            @Nullable String read) {}

    /// @param href null where it cannot be opened
    public record File(String name, @Nullable String href) {}

    /// @param topic null for a new one
    public record Typed(@Nullable UUID topic, String body) {}

    /// What stands in the form of a topic, or of a new one.
    public String body(@Nullable UUID topic) {
        if (typed == null) return "";
        return java.util.Objects.equals(typed.topic(), topic) ? typed.body() : "";
    }

    /// The fault of one form's field; null when it has none.
    public @Nullable String fault(@Nullable UUID topic) {
        return errors.get(field(topic));
    }

    /// Id of the field of a topic's form.
    public static String field(@Nullable UUID topic) {
        return topic == null ? "body" : "body-" + topic;
    }

    /// Id of the field for files in a topic's form.
    public static String fileField(@Nullable UUID topic) {
        return topic == null ? "files" : "files-" + topic;
    }
}
