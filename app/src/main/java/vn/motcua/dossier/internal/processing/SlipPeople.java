package vn.motcua.dossier.internal.processing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.People;
import vn.motcua.dossier.internal.print.SlipPerson;
import vn.motcua.form.Form;
import vn.motcua.identity.Account;
import vn.motcua.identity.PhoneNumber;

/// Owner and filer as slips name them. What a slip says of the filer is what the filer declared in
/// this dossier: the fields a form fills from the account. Only what was not asked comes from the
/// account itself.
///
/// @param filer null when the owner files
record SlipPeople(SlipPerson owner, @Nullable SlipPerson filer) {
    static SlipPeople of(
            People people, Form form, Map<String, Object> printed, @Nullable Account account) {
        var said = declared(form, printed);
        if (account != null) known(account).forEach(said::putIfAbsent);
        boolean same = people.filerName().strip().equalsIgnoreCase(people.ownerName().strip());
        var presenter =
                new SlipPerson(
                        people.filerName(),
                        or(same ? people.ownerPersonalId() : null, said.get("personalId")),
                        said.get("address"),
                        phone(or(said.get("phone"), people.ownerPhone())),
                        or(said.get("email"), people.ownerEmail()));
        if (same) return new SlipPeople(presenter, null);
        var owner =
                new SlipPerson(
                        people.ownerName(),
                        people.ownerPersonalId(),
                        null,
                        phone(people.ownerPhone()),
                        people.ownerEmail());
        return new SlipPeople(owner, presenter);
    }

    private static Map<String, @Nullable String> declared(Form form, Map<String, Object> printed) {
        var said = new HashMap<String, @Nullable String>();
        for (var section : form.sections())
            for (var question : section.questions())
                for (var field : question.fields()) {
                    var source = field.prefill();
                    var text = text(printed.get(field.id()));
                    if (source != null && text != null)
                        said.putIfAbsent(source.substring(source.indexOf('.') + 1), text);
                }
        return said;
    }

    private static Map<String, @Nullable String> known(Account account) {
        var known = new HashMap<String, @Nullable String>();
        known.put("personalId", account.personalId());
        known.put("address", account.address());
        known.put("phone", account.phone());
        known.put("email", account.email());
        return known;
    }

    private static @Nullable String text(@Nullable Object printed) {
        if (printed instanceof Map<?, ?> parts) return text(parts.get("text"));
        return printed instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null || first.isBlank() ? second : first;
    }

    private static @Nullable String phone(@Nullable String number) {
        return PhoneNumber.parse(number).map(PhoneNumber::national).orElse(number);
    }
}
