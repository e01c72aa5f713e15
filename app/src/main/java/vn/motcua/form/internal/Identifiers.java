package vn.motcua.form.internal;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FieldType;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.TaxCode;
import vn.motcua.kernel.Fold;

/// Identifiers as typed and as stored.
final class Identifiers {
    private Identifiers() {}

    /// The stored form of what was typed; empty when it is no such identifier.
    static Optional<String> canonical(FieldType type, String typed) {
        return switch (type) {
            case PERSONAL_ID -> PersonalId.parse(typed).map(PersonalId::value);
            case TAX_CODE -> TaxCode.parse(typed).map(TaxCode::value);
            case PHONE -> PhoneNumber.parse(typed).map(PhoneNumber::e164);
            case EMAIL -> Optional.of(Fold.tidy(typed).toLowerCase(Locale.ROOT));
            default -> Optional.of(Fold.tidy(typed));
        };
    }

    /// Message key of what is wrong with a stored identifier; it must be in its stored form.
    static @Nullable String fault(FieldType type, String value) {
        var fault =
                switch (type) {
                    case PERSONAL_ID -> PersonalId.fault(value);
                    case TAX_CODE -> TaxCode.fault(value);
                    default -> PhoneNumber.fault(value);
                };
        if (fault != null) return fault;
        return canonical(type, value).filter(value::equals).isPresent()
                ? null
                : "form.answer.not-canonical";
    }
}
