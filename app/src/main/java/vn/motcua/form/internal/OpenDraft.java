package vn.motcua.form.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.FormContext;
import vn.motcua.identity.Account;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Release;

/// A draft on the table with everything needed to go on with it.
///
/// @param account the register's facts of the person filling in alone; null at a counter
record OpenDraft(
        Draft draft,
        Release release,
        CompiledForm form,
        FormContext context,
        @Nullable Account account,
        boolean desk) {
    String base() {
        return (desk ? "/desk/counter/" : "/drafts/") + draft.id();
    }

    LocalText procedure() {
        return release.record().name();
    }

    Answers answers() {
        return draft.answers();
    }

    Settler.Settled settled() {
        return form.settled(draft.answers(), context);
    }

    List<CompiledQuestion> asked() {
        var settled = settled();
        return form.allQuestions().stream().filter(q -> CompiledForm.isAsked(q, settled)).toList();
    }

    Set<String> known(CompiledQuestion q) {
        return Known.shown(q, draft.answers(), account, context);
    }

    String at(CompiledQuestion q) {
        return base() + "/q/" + q.id();
    }

    /// Answered without fault and looked at.
    boolean isDone(CompiledQuestion q) {
        return isSeen(q) && form.validate(q.question(), draft.answers(), context).isEmpty();
    }

    boolean isSeen(CompiledQuestion q) {
        return draft.visited().contains(q.id());
    }

    /// The first question still to do, looking from behind `after` first.
    Optional<CompiledQuestion> next(@Nullable String after) {
        var asked = asked();
        int from = 0;
        for (int i = 0; i < asked.size(); i++) if (asked.get(i).id().equals(after)) from = i + 1;
        for (int i = 0; i < asked.size(); i++) {
            var q = asked.get((from + i) % asked.size());
            if (!isDone(q)) return Optional.of(q);
        }
        return Optional.empty();
    }

    /// Sections with something to ask, in order.
    LinkedHashMap<String, List<CompiledQuestion>> sections() {
        var sections = new LinkedHashMap<String, List<CompiledQuestion>>();
        for (var q : asked())
            sections.computeIfAbsent(q.section().id(), _ -> new java.util.ArrayList<>()).add(q);
        return sections;
    }
}
