package vn.motcua.form.internal;

import java.util.List;
import java.util.Optional;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;

/// What stands in a field before it is answered.
final class Presets {
    private Presets() {}

    static boolean fits(FieldType type, String preset) {
        return switch (type) {
            case TEXT, LONGTEXT, CHOICE, TIME -> true;
            case DATE -> preset.equals("today") || Dates.parse(preset).isPresent();
            case NUMBER, MONEY -> preset.matches("-?\\d{1,15}");
            case YES_NO -> preset.equals("true") || preset.equals("false");
            case CHOICES -> true;
            default -> false;
        };
    }

    static Optional<Object> value(Field field, java.time.LocalDate today) {
        var preset = field.preset();
        if (preset == null) return Optional.empty();
        return switch (field.type()) {
            case DATE -> Optional.of(preset.equals("today") ? today.toString() : preset);
            case NUMBER, MONEY -> Optional.of(Long.parseLong(preset));
            case YES_NO -> Optional.of(preset.equals("true"));
            case CHOICES -> Optional.of(List.of(preset));
            default -> Optional.of(preset);
        };
    }
}
