package vn.motcua.form;

import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Account;
import vn.motcua.procedure.Release;

/// Forms of releases, compiled once for each content of a release.
public interface Forms {
    Form of(Release release);

    /// What the account already says, for a new draft: nothing is asked twice.
    Answers prefill(Form form, Account account);

    /// The context of now, with the working days of an agency.
    FormContext context(String channel, @Nullable String agency);
}
