package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is inside a room stays inside.
class IndoorsTest {
    /// Types that are public for somebody no class file names.
    private static final Map<String, String> SEEN_BY_OTHERS =
            Map.of(
                    "vn.motcua.dossier.internal.assignment.Leave",
                    "the tests of the whole desk, which stand in a package of their own",
                    "vn.motcua.dossier.internal.opinion.Opinions",
                    "the tests of the whole desk",
                    "vn.motcua.dossier.internal.queue.Queue",
                    "the tests of the whole desk");

    /// Because whatever is public gets used, and what is used can no longer be changed.
    @Test
    void a_type_indoors_is_public_only_when_another_package_uses_it() {
        var needless =
                Program.CLASSES.stream()
                        .filter(type -> type.getPackageName().contains(".internal"))
                        .filter(type -> type.isTopLevelClass())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !SEEN_BY_OTHERS.containsKey(type.getName()))
                        .filter(type -> !usedElsewhere(type))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
        assertThat(needless).as("make them package-private").isEmpty();
    }

    /// Because a room's front door is what it offers, and framework types are not an offer.
    @Test
    void controllers_services_and_stores_live_indoors() {
        var outside =
                Program.CLASSES.stream()
                        .filter(type -> type.getPackageName().matches("vn\\.motcua\\.[a-z]+"))
                        .filter(
                                type ->
                                        type.isMetaAnnotatedWith(
                                                org.springframework.stereotype.Component.class))
                        .filter(type -> !type.getPackageName().equals("vn.motcua.sample"))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
        assertThat(outside).isEmpty();
    }

    /// Because a template that reaches into another room's inside is a side door.
    @Test
    void a_rooms_pages_show_only_that_rooms_views_and_front_doors() {
        var wrong =
                Tree.templates().stream()
                        .flatMap(
                                file ->
                                        Tree.text(file)
                                                .lines()
                                                .filter(
                                                        line ->
                                                                line.startsWith(
                                                                        "@import vn.motcua."))
                                                .filter(line -> line.contains(".internal."))
                                                .filter(
                                                        line ->
                                                                !line.contains(
                                                                        "vn.motcua."
                                                                                + Tree.room(file)
                                                                                + "."))
                                                .map(line -> file + ": " + line))
                        .toList();
        assertThat(wrong).isEmpty();
    }

    /// A type is also used where one inside it is.
    private static boolean usedElsewhere(JavaClass type) {
        var inside = type.getName() + "$";
        return Program.CLASSES.stream()
                .filter(one -> one.equals(type) || one.getName().startsWith(inside))
                .flatMap(one -> one.getDirectDependenciesToSelf().stream())
                .anyMatch(
                        use ->
                                !use.getOriginClass()
                                        .getPackageName()
                                        .equals(type.getPackageName()));
    }
}
