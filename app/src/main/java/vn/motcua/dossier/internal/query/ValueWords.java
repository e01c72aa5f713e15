package vn.motcua.dossier.internal.query;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Commune;
import vn.motcua.register.Register;

/// Values of registers as people read them.
@Component
class ValueWords {
    private final AdministrativeUnits units;

    ValueWords(AdministrativeUnits units) {
        this.units = units;
    }

    String of(Register.Item item, Object value, Opened opened) {
        return switch (item.type()) {
            case TEXT ->
                    item.options().stream()
                            .filter(option -> option.value().equals(value))
                            .map(option -> opened.words().in(option.label()))
                            .findFirst()
                            .orElse(value.toString());
            case COMMUNE ->
                    units.commune(value.toString(), HanoiTime.dateOf(opened.now()))
                            .map(Commune::name)
                            .orElse(value.toString());
            case DATE -> date(value.toString());
            case NUMBER ->
                    value instanceof Number number
                            ? NumberFormat.getIntegerInstance(opened.locale()).format(number)
                            : value.toString();
            case YES_NO ->
                    opened.words().t(Boolean.TRUE.equals(value) ? "register.yes" : "register.no");
        };
    }

    private static String date(String text) {
        try {
            return HanoiTime.date(LocalDate.parse(text));
        } catch (DateTimeException asWritten) {
            return text;
        }
    }
}
