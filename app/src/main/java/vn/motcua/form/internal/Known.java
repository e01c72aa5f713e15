package vn.motcua.form.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Answers;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;
import vn.motcua.form.Places;
import vn.motcua.identity.Account;

/// What the account says already. Facts of the register are shown, not asked; the ways to reach a
/// person stay theirs to change.
final class Known {
    private static final Set<String> REGISTER =
            Set.of("account.fullName", "account.personalId", "account.birthDate", "account.sex");

    private Known() {}

    static Answers answers(CompiledForm form, Account account, FormContext context) {
        var known = new LinkedHashMap<String, Object>();
        for (var q : form.allQuestions())
            for (var f : q.fields()) {
                var value = value(f.field(), account, context);
                if (value != null) known.put(f.id(), value);
            }
        return Answers.of(known);
    }

    /// Fields of the question that are shown and not asked, because they still say what the
    /// register says.
    static Set<String> shown(
            CompiledQuestion question,
            Answers answers,
            @Nullable Account account,
            FormContext context) {
        var shown = new TreeSet<String>();
        if (account == null) return shown;
        for (var f : question.fields()) {
            var source = f.field().prefill();
            if (source == null || !REGISTER.contains(source)) continue;
            var value = value(f.field(), account, context);
            if (value != null && value.equals(answers.at(f.id()).orElse(null))) shown.add(f.id());
        }
        return shown;
    }

    private static @Nullable Object value(Field f, Account a, FormContext context) {
        if (f.prefill() == null) return null;
        return switch (f.prefill()) {
            case "account" -> f.type() == FieldType.PERSON ? person(f, a) : null;
            case "account.fullName" -> a.fullName();
            case "account.personalId" -> a.personalId();
            case "account.birthDate" -> a.birthDate() == null ? null : a.birthDate().toString();
            case "account.sex" -> sex(f, a);
            case "account.phone" -> a.phone();
            case "account.email" -> a.email();
            case "account.address" -> address(f, a, context);
            default -> null;
        };
    }

    private static @Nullable String sex(Field f, Account a) {
        var sex = a.sex();
        return f.options().stream().anyMatch(o -> o.value().equals(sex)) ? sex : null;
    }

    private static Map<String, Object> person(Field f, Account a) {
        var all = new LinkedHashMap<String, Object>();
        for (var part : f.fields()) {
            Object value =
                    switch (part.id()) {
                        case "fullName" -> a.fullName();
                        case "birthDate" -> a.birthDate() == null ? null : a.birthDate().toString();
                        case "sex" -> a.sex();
                        case "personalId" -> a.personalId();
                        case "phone" -> a.phone();
                        case "email" -> a.email();
                        default -> null;
                    };
            if (value != null) all.put(part.id(), value);
        }
        return all;
    }

    private static @Nullable Object address(Field f, Account a, FormContext context) {
        if (f.type() != FieldType.ADDRESS) return a.address();
        var commune = a.communeCode();
        if (commune == null) return null;
        for (Places.Unit province : context.places().provinces(context.today()))
            if (context.places().commune(province.code(), commune, context.today()).isPresent()) {
                var address = new LinkedHashMap<String, Object>();
                address.put("province", province.code());
                address.put("commune", commune);
                if (a.address() != null) address.put("street", a.address());
                return address;
            }
        return null;
    }
}
