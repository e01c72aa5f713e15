package vn.motcua.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Account;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;

/// Forms of releases, compiled once for each content of a release.
public interface Forms {
    Form of(Release release);

    /// The form of a release that is being checked for import; empty when it is faulty itself,
    /// which the form room reports.
    Optional<Form> of(ProcedureRecord record, ReleaseFiles files);

    /// What the account already says, for a new draft: nothing is asked twice.
    Answers prefill(Form form, Account account);

    /// The context of now, with the working days of an agency.
    FormContext context(String channel, @Nullable String agency);
}
