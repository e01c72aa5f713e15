package vn.motcua.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What conditions may read.
///
/// @param channel `DIRECT`, `ONLINE` or `POSTAL`
/// @param answers values by field id, as the form stores them
public record Variables(String channel, Map<String, ? extends @Nullable Object> answers)
        implements Guards {
    public static Variables of(String channel) {
        return new Variables(channel, Map.of());
    }

    @Override
    public boolean holds(Guard guard) {
        return guard.test().test(this);
    }
}
