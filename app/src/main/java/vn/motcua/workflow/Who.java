package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;

/// @param unit the unit inside the handling agency; null when any officer of that position
///     may do it
public record Who(Position position, @Nullable String unit) {
    public static final Who NOBODY = new Who(Position.SYSTEM, null);

    public static Who of(Position position) {
        return new Who(position, null);
    }
}
