package vn.motcua.identity;

import java.util.Locale;

/// In which capacity somebody asks. One capacity at a time: a person with several positions
/// chooses one at sign-in.
public enum Role {
    /// Nobody in particular: public pages.
    ANONYMOUS,
    CITIZEN,
    /// Receives, appraises or approves dossiers of one agency.
    OFFICER,
    /// Leads one agency; sees its figures and the dossiers behind them.
    LEADER,
    /// Runs the platform: releases, queues, settings; reads no dossiers.
    OPERATOR,
    /// The platform itself: jobs, consumers of the journal, sign-in.
    SYSTEM,
    /// Whoever proved to know a dossier's code and its second fact.
    TRACKER;

    /// The value of the setting `motcua.role` that row-level security reads.
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
