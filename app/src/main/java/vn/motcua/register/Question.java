package vn.motcua.register;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.motcua.kernel.LocalText;

/// What a register is asked, for whom and why.
///
/// @param subject what it is asked for, for example the id of a dossier
/// @param code of the subject, as people know it
/// @param agency that asks
/// @param step of the process that asks
/// @param token of the opening of that step
/// @param purpose in words, for the register and for the person
/// @param inputs by the register's own names
/// @param declared what the person says, by the names of the answers it is compared with
public record Question(
        UUID subject,
        String code,
        String agency,
        String step,
        String token,
        String register,
        LocalText purpose,
        Map<String, Object> inputs,
        Map<String, Object> declared) {
    public Question {
        inputs = Map.copyOf(new TreeMap<>(inputs));
        declared = Map.copyOf(new TreeMap<>(declared));
    }
}
