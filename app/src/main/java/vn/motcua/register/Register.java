package vn.motcua.register;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.motcua.kernel.LocalText;

/// A register of another agency, as its file in the folder of registers describes it.
///
/// @param version of the description; kept with every answer
/// @param owner the agency that keeps it
/// @param basis the legal basis on which it may be asked
/// @param asks what it is asked with
/// @param answers what it tells; anything else it sends is dropped unread
public record Register(
        String id,
        int version,
        LocalText name,
        LocalText owner,
        LocalText basis,
        List<Item> asks,
        List<Item> answers,
        Manner manner) {
    public Register {
        asks = List.copyOf(asks);
        answers = List.copyOf(answers);
    }

    /// One named value.
    ///
    /// @param options what a text may be; any text when empty
    public record Item(
            String id,
            LocalText label,
            Type type,
            boolean required,
            Sensitivity sensitivity,
            List<Option> options) {
        public Item {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, LocalText label) {}

    public enum Type {
        TEXT,
        /// `2026-11-23`
        DATE,
        /// A whole number.
        NUMBER,
        YES_NO,
        /// Code of a commune of today; people read its name.
        COMMUNE
    }

    /// Which data of a person they are [personal-data-law].
    public enum Sensitivity {
        /// Nothing about a person.
        NONE,
        BASIC,
        SENSITIVE
    }

    /// How it is asked.
    ///
    /// @param connect how long connecting may take
    /// @param read how long the whole answer may take
    /// @param tries how often one question is sent before an officer has to look
    /// @param patience how long one question may stay open, whatever the tries
    /// @param largest bytes an answer may have
    /// @param failures so many in a row, and the register is left alone for a while
    /// @param rest how long it is left alone
    public record Manner(
            Duration connect,
            Duration read,
            int tries,
            Duration patience,
            int largest,
            int failures,
            Duration rest) {}

    public Optional<Item> ask(String item) {
        return asks.stream().filter(each -> each.id().equals(item)).findFirst();
    }

    public Optional<Item> answer(String item) {
        return answers.stream().filter(each -> each.id().equals(item)).findFirst();
    }
}
