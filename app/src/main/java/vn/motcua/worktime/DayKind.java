package vn.motcua.worktime;

import vn.motcua.kernel.LocalText;

/// Why a day is not an ordinary day of its week.
///
/// @param type what happens on it
/// @param name what the day is called
/// @param standing how sure it is
/// @param source the notice or law it rests on
public record DayKind(Type type, LocalText name, Standing standing, String source) {

    /// Source: [labour-code] art. 111 and 112.
    public enum Type {
        HOLIDAY,
        /// A weekly rest day hit by a holiday moves to the next working day.
        IN_LIEU,
        /// A working day given free in exchange for a Saturday.
        SWAP_OFF,
        /// A Saturday worked in full in exchange.
        SWAP_WORK
    }

    /// How far the State has bound itself to the day.
    public enum Standing {
        ANNOUNCED,
        DERIVED,
        PROPOSED,
        ASSUMED
    }

    public boolean off() {
        return type != Type.SWAP_WORK;
    }
}
