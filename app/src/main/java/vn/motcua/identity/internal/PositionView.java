package vn.motcua.identity.internal;

import java.util.List;
import java.util.Map;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;

public record PositionView(
        String name, String to, List<Choice> choices, Map<String, String> errors) {

    /// @param role lower-case role, part of a message key
    public record Choice(
            String key,
            LocalText agency,
            String role,
            List<PositionKind> positions,
            boolean current) {}
}
