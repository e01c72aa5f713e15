package vn.motcua.form;

import java.util.Locale;
import java.util.Optional;

/// What kind of answer a field takes, and with it how the answer is typed, checked and stored.
public enum FieldType {
    TEXT,
    LONGTEXT,
    NUMBER,
    MONEY,
    DATE,
    PARTIAL_DATE,
    TIME,
    CHOICE,
    CHOICES,
    YES_NO,
    PERSONAL_ID,
    TAX_CODE,
    PHONE,
    EMAIL,
    ADDRESS,
    PERSON,
    ORGANISATION,
    REPEAT,
    ATTACHMENT,
    DECLARATION;

    /// The word of `form.yaml`, for example `partial-date`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FieldType> of(String word) {
        for (var type : values()) if (type.word().equals(word)) return Optional.of(type);
        return Optional.empty();
    }

    /// One answer made of named parts.
    public boolean isGroup() {
        return this == PERSON || this == ORGANISATION;
    }
}
