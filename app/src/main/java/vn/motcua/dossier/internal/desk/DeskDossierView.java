package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.part.DeskParts;
import vn.motcua.dossier.internal.tracking.Progress;
import vn.motcua.form.AnswerLine;

/// A dossier as the officer sees it: who, what, since when, due when, what is missing, what may
/// be done.
///
/// @param missing names of what is not there; empty when nothing is
/// @param news what others did since the officer's last visit, in words
/// @param lookedBefore when that visit was, in words; null on the first one
/// @param beside names of officers who have it open too
/// @param paper the paper shown beside the form; null when there is none to show
/// @param choices what may be done now
/// @param history the newest entries, oldest first
/// @param older whether there are older ones
/// @param fresh parts of the page that are new: `papers`, `state`, `clock`
/// @param diagram SVG of the process; null before acceptance
/// @param notice message key after an act; null otherwise
/// @param parts what other rooms of the page show
public record DeskDossierView(
        UUID id,
        int version,
        Progress progress,
        String summary,
        Person person,
        String channelKey,
        String returnKey,
        List<OpenWork> open,
        List<String> missing,
        List<String> news,
        @Nullable String lookedBefore,
        List<String> beside,
        List<AnswerLine.Group> answers,
        List<Component> components,
        @Nullable Shown paper,
        List<Asked> asked,
        List<Choice> choices,
        List<HandOver> handOvers,
        List<Document> documents,
        List<String> history,
        boolean older,
        Set<String> fresh,
        @Nullable String diagram,
        @Nullable String notice,
        DeskParts parts) {

    /// @param assisted whether an officer filled it in for the person
    public record Person(
            String owner,
            String filer,
            @Nullable String personalId,
            @Nullable String phone,
            @Nullable String email,
            boolean assisted) {}

    /// @param due until when this piece of work should be done, in words
    /// @param words what the person wrote with their request; null when they asked nothing
    public record OpenWork(
            String name,
            String positionKey,
            String since,
            @Nullable String due,
            @Nullable String claimed,
            boolean suspended,
            @Nullable String words) {}

    /// @param id of the component in the release
    /// @param formKey how it came; null when it is not there
    public record Component(
            String id,
            String name,
            boolean required,
            @Nullable String formKey,
            int quantity,
            @Nullable String note,
            List<File> files) {}

    public record File(UUID id, String name, String href, boolean current, boolean picture) {}

    /// @param picture whether it is a picture, otherwise a PDF
    public record Shown(UUID id, String name, boolean picture, boolean inline) {}

    /// A supplement request and what came of it.
    public record Asked(
            int number,
            String by,
            String at,
            String reason,
            String message,
            String answerBy,
            @Nullable String answered,
            List<Item> items) {}

    public record Item(String text, @Nullable String reply, List<File> files) {}

    public record Choice(String href, String name, String effect, boolean negative) {}

    public record HandOver(
            String step,
            String by,
            String at,
            @Nullable String outcome,
            @Nullable String kept,
            boolean late,
            @Nullable String note) {}

    /// A slip or result.
    public record Document(String name, String href, String issued, boolean result) {}
}
