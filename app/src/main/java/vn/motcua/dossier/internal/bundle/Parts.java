package vn.motcua.dossier.internal.bundle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;

/// The parts of a bundle as others may read them. Whoever sees a dossier sees how its parts stand,
/// as the public does; the parts themselves only when they may.
@Component
public class Parts {
    private final PartStore parts;
    private final DossierStore dossiers;
    private final Asking asking;

    Parts(PartStore parts, DossierStore dossiers, Asking asking) {
        this.parts = parts;
        this.dossiers = dossiers;
        this.asking = asking;
    }

    /// Must run in a transaction of somebody who may see the parent.
    ///
    /// @param standing what is told of each part, read by the platform
    public <T> List<T> of(Dossier parent, Function<Dossier, T> standing) {
        var found = parts.of(parent.id());
        if (found.isEmpty()) return List.of();
        return asking.as(
                Caller.system(),
                () ->
                        found.stream()
                                .map(part -> standing.apply(dossiers.require(part.child())))
                                .toList());
    }

    /// Whether something would have to stop with the dossier.
    public boolean unfinished(Dossier parent) {
        return parts.of(parent.id()).stream().anyMatch(part -> part.ended() == null);
    }

    List<Part> of(Dossier parent) {
        return parts.of(parent.id());
    }

    Optional<Part> parentOf(Dossier child) {
        return parts.find(child.id());
    }

    /// The other dossier, when the one who asks may open it themselves.
    boolean mayOpen(UUID id) {
        return dossiers.find(id).isPresent();
    }

    Dossier told(UUID id) {
        return asking.as(Caller.system(), () -> dossiers.require(id));
    }
}
