package vn.motcua.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The registers there are, and the questions to them. A question is written down in the
/// transaction of whoever asks and sent after it, on whichever node comes first: at least once,
/// always under the same id.
public interface Registers {
    /// By id.
    List<Register> all();

    Optional<Register> find(String register);

    /// Whether the operator has said where it is.
    boolean connected(String register);

    /// Writes a question down; demands an open transaction.
    ///
    /// @param trouble why it cannot be sent at all; null when it can
    Asked ask(Question question, @Nullable Trouble trouble);

    /// Everything asked for a subject, the latest last, as far as the caller may see it.
    List<Asked> of(UUID subject);

    /// Questions with an outcome nobody has taken note of, the oldest first; for the platform.
    ///
    /// @param after the last of the batch before
    List<Asked> unsettled(@Nullable UUID after, int most);

    /// The same question, kept from others until the transaction ends.
    Optional<Asked> lock(UUID id);

    void settled(UUID id);

    /// The answer is not needed any more.
    void drop(UUID id);

    /// Asks once more what was given up.
    void again(UUID id, UUID by);

    /// Sends what is due, each question with a transaction of its own before and after.
    ///
    /// @param wanted whether the answer is still needed; runs in the transaction before
    /// @return how many were sent
    int send(Predicate<Asked> wanted);

    List<Standing> standings();

    /// Knocks at a register without asking about anybody, and lets what waits for it go at once.
    ///
    /// @return what is wrong; empty when it answers
    Optional<Trouble> knock(String register);
}
