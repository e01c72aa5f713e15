package vn.motcua.dossier.internal.worklist;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Position;

/// Says whose work the one who asks may do.
@Component
public class Whose {
    private final Permissions permissions;
    private final Asking asking;

    Whose(Permissions permissions, Asking asking) {
        this.permissions = permissions;
        this.asking = asking;
    }

    public Posts posts() {
        return permissions.posts(asking.current());
    }

    /// Null for somebody without an agency.
    public @Nullable Who current() {
        return of(asking.current(), posts());
    }

    /// Each post is its position together with its unit: an approver of one unit who also helps
    /// at the counter of another approves nothing there.
    public static @Nullable Who of(Caller caller, Posts held) {
        if (caller.agency() == null || caller.account() == null) return null;
        var posts = new ArrayList<Who.Post>();
        for (var duty : held.all()) {
            posts.add(new Who.Post(duty.position().name(), duty.unit()));
            // Whoever examines a dossier also does what the platform would do by itself once it
            // is connected.
            if (duty.position() == PositionKind.CASE_OFFICER)
                posts.add(new Who.Post(Position.SYSTEM.name(), duty.unit()));
        }
        return new Who(caller.agency(), caller.account(), posts);
    }
}
