package vn.motcua.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import vn.motcua.Application;

/// Who may know whom.
class ModularityTest {
    private static final ApplicationModules MODULES =
            ApplicationModules.of(
                    Application.class, JavaClass.Predicates.simpleNameContaining("__"));

    /// Because a change indoors must not be felt outside, and a circle cannot be understood in
    /// parts.
    @Test
    void rooms_meet_only_at_declared_front_doors_and_never_in_a_circle() {
        MODULES.verify();
    }

    /// Because the order is what keeps the figures out of the dossier and the pages out of the law.
    @Test
    void a_room_uses_only_rooms_above_it() {
        var wrong = new ArrayList<String>();
        for (var room : Tree.ROOMS) {
            var below = Tree.ROOMS.subList(Tree.ROOMS.indexOf(room) + 1, Tree.ROOMS.size());
            for (var used : used(room)) if (below.contains(used)) wrong.add(room + " uses " + used);
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a declaration nobody needs is a door left open.
    @Test
    void every_declared_dependency_is_used_and_every_room_is_in_the_list() {
        var unknown = new ArrayList<String>();
        for (var module : MODULES) {
            if (!Tree.ROOMS.contains(name(module.getBasePackage().getName())))
                unknown.add(module.getBasePackage().getName());
        }
        assertThat(unknown).isEmpty();
        var idle = new ArrayList<String>();
        for (var room : Tree.ROOMS) {
            var declared = declared(room);
            declared.removeAll(used(room));
            declared.forEach(needless -> idle.add(room + " declares " + needless));
        }
        assertThat(idle).isEmpty();
    }

    /// Because the page that explains the rooms is read more often than their declarations.
    @Test
    void the_rooms_are_described_as_they_are_declared() {
        var row = Pattern.compile("\\| `(\\w+)` \\| [^|]* \\| ([^|]*) \\|");
        var described = new TreeMap<String, List<String>>();
        row.matcher(Tree.text(Tree.path("docs/architecture.md")))
                .results()
                .forEach(
                        found ->
                                described.put(
                                        found.group(1),
                                        Stream.of(found.group(2).split(","))
                                                .map(String::strip)
                                                .filter(used -> !used.equals("–"))
                                                .sorted()
                                                .toList()));
        var declared = new TreeMap<String, List<String>>();
        for (var room : Tree.ROOMS) declared.put(room, declared(room).stream().sorted().toList());
        assertThat(described).isEqualTo(declared);
    }

    @Test
    void the_program_that_starts_the_rooms_knows_none_but_the_kernel() {
        var others = new ArrayList<>(Tree.ROOMS);
        others.remove("kernel");
        noClasses()
                .that()
                .resideInAPackage("vn.motcua")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(r -> "vn.motcua." + r + "..").toArray(String[]::new))
                .because("the launcher must start whatever rooms there are")
                .check(Program.CLASSES);
    }

    @Test
    void the_map_of_the_rooms_is_drawn() {
        var folder = Tree.path("app/target/modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
        assertThat(Path.of(folder.toString(), "components.puml")).exists().isNotEmptyFile();
    }

    private static List<String> used(String room) {
        return Program.CLASSES.stream()
                .filter(type -> name(type.getPackageName()).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(use -> name(use.getTargetClass().getPackageName()))
                .filter(other -> !other.isEmpty() && !other.equals(room))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> declared(String room) {
        try {
            var info = Class.forName("vn.motcua." + room + ".package-info");
            var declared = new ArrayList<String>();
            for (var allowed : info.getAnnotation(ApplicationModule.class).allowedDependencies())
                declared.add(allowed.split("::")[0].strip());
            return new ArrayList<>(declared.stream().distinct().toList());
        } catch (ClassNotFoundException unbuilt) {
            return new ArrayList<>();
        }
    }

    /// `vn.motcua.dossier.internal` is of `dossier`; anything outside the rooms is of none.
    private static String name(String packageName) {
        if (!packageName.startsWith("vn.motcua.")) return "";
        return packageName.substring("vn.motcua.".length()).split("\\.")[0];
    }
}
