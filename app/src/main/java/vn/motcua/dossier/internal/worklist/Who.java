package vn.motcua.dossier.internal.worklist;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Whose work: the posts somebody holds in one agency.
public record Who(String agency, UUID account, Collection<Post> posts) {
    private static final Post EVERY = new Post("*", "*");

    public Who {
        posts = List.copyOf(posts);
    }

    /// A position in one unit. Steps without a unit belong to every officer of the position.
    public record Post(String position, String unit) {}

    /// The work of a whole agency, for whoever answers for it.
    public static Who whole(String agency, UUID account) {
        return new Who(agency, account, List.of(EVERY));
    }

    boolean whole() {
        return posts.contains(EVERY);
    }

    String[] positions() {
        return posts.stream().map(Post::position).distinct().toArray(String[]::new);
    }

    String[] pairs() {
        return posts.stream()
                .map(post -> post.position() + " " + post.unit())
                .toArray(String[]::new);
    }
}
