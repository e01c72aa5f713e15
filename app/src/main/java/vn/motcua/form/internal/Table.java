package vn.motcua.form.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.FormContext;
import vn.motcua.form.FormProblem;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;

/// Takes a draft from the drawer and puts it back: finds release and account, decides agency
/// and case from the answers.
@Component
class Table {
    private final Drafts drafts;
    private final Releases releases;
    private final CompiledForms forms;
    private final Accounts accounts;
    private final Agencies agencies;

    Table(
            Drafts drafts,
            Releases releases,
            CompiledForms forms,
            Accounts accounts,
            Agencies agencies) {
        this.drafts = drafts;
        this.releases = releases;
        this.forms = forms;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @Transactional(readOnly = true)
    OpenDraft open(UUID id, boolean desk) {
        var draft = drafts.require(id);
        if (desk != (draft.counter() != null))
            throw new ProblemException(FormProblem.DRAFT_NOT_FOUND);
        if (draft.state() == DraftState.SUBMITTED)
            throw new ProblemException(
                    FormProblem.DRAFT_CLOSED, Objects.requireNonNullElse(draft.dossierCode(), ""));
        return lay(draft, desk);
    }

    private OpenDraft lay(Draft draft, boolean desk) {
        var release =
                releases.find(draft.release())
                        .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
        var account = desk || draft.account() == null ? null : account(draft.account());
        return new OpenDraft(
                draft,
                release,
                forms.of(release),
                forms.context(draft.channel(), draft.agency()),
                account,
                desk);
    }

    private @Nullable Account account(UUID id) {
        return accounts.find(id).orElse(null);
    }

    /// Saves the answers of one question on top of what is stored.
    @Transactional
    OpenDraft save(OpenDraft open, Answers next, String question) {
        var changed = open.draft().with(next, question);
        return lay(drafts.save(placed(open, changed)), open.desk());
    }

    /// Decides agency and case anew, since an answer may have changed them.
    private Draft placed(OpenDraft open, Draft draft) {
        var record = open.release().record();
        var roles = open.form().roles(draft.answers(), open.context());
        var agency =
                roles.receivingProvince() == null && roles.receivingCommune() == null
                        ? draft.agency()
                        : agencies.competent(
                                        record.executing().unitGroup(),
                                        roles.receivingProvince(),
                                        roles.receivingCommune())
                                .map(Agency::code)
                                .orElse(null);
        return draft.at(agency, caseOf(open.form(), open.release(), draft, open.context()));
    }

    private static @Nullable String caseOf(
            CompiledForm form, Release release, Draft draft, FormContext context) {
        for (var c : release.record().cases())
            if (c.when() != null && form.holds(c.when(), draft.answers(), context)) return c.code();
        return release.record().cases().stream()
                        .anyMatch(c -> c.code().equals(draft.caseCode()) && c.when() == null)
                ? draft.caseCode()
                : null;
    }

    java.util.Optional<Agency> agency(OpenDraft open) {
        var code = open.draft().agency();
        return code == null ? java.util.Optional.empty() : agencies.find(code);
    }
}
