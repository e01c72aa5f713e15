package vn.motcua.identity;

import java.util.function.Supplier;

/// Knows who is asking. Every transaction tells the database the same answer (settings
/// `motcua.account`, `motcua.agency`, `motcua.role`, local to the transaction), so row-level
/// security and the code never disagree.
public interface Asking {
    /// The caller bound by [#as], else whoever is signed in on this request, else the anonymous
    /// one.
    Caller current();

    /// Does `work` as somebody else. Inside an open transaction the database is told at once
    /// and told back afterwards. The binding does not travel to other threads.
    <T> T as(Caller caller, Supplier<T> work);

    /// [#as] for work without an answer.
    default void run(Caller caller, Runnable work) {
        var _ =
                as(
                        caller,
                        () -> {
                            work.run();
                            return Boolean.TRUE;
                        });
    }
}
