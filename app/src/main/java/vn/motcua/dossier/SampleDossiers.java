package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import vn.motcua.identity.Account;

/// Fills an empty platform with some weeks of invented dossiers. Everything goes through the
/// doors a real day uses, each act at its own moment of the past; the agencies, their people
/// and the citizens must be there already.
public interface SampleDossiers {
    /// How much is made.
    enum Amount {
        /// The handful the guided tour needs.
        FEW,
        /// About 250 dossiers over six weeks.
        MANY
    }

    /// Who files.
    ///
    /// @param mother has a birth dossier waiting for a supplement, one finished, and a draft
    /// @param others the rest, of any commune
    record Cast(Account mother, Account businessMan, List<Account> others) {
        public Cast {
            others = List.copyOf(others);
        }
    }

    /// Told from time to time how far the work has come.
    @FunctionalInterface
    interface Progress {
        void made(int dossiers, int of);
    }

    /// Makes what is not there yet: a load that was cut short goes on where it stopped when it is
    /// asked again with the same amount and moment.
    ///
    /// @param until the last moment that is played; what there will be is decided by it
    /// @return number of dossiers that are there afterwards
    int load(Cast cast, Amount amount, Instant until, Progress progress);
}
