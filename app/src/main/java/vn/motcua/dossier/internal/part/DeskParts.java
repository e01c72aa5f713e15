package vn.motcua.dossier.internal.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of one page, by the view they show.
///
/// @param views by their class
public record DeskParts(Map<Class<?>, Object> views) {
    public DeskParts {
        views = Map.copyOf(views);
    }

    public static DeskParts of(List<DeskPart<?>> parts, Opened opened) {
        var views = new HashMap<Class<?>, Object>();
        for (var part : parts) {
            var view = part.of(opened);
            if (view != null) views.put(part.type(), view);
        }
        return new DeskParts(views);
    }

    /// Null when there is nothing to show.
    public <T> @Nullable T get(Class<T> type) {
        return type.cast(views.get(type));
    }
}
