package vn.motcua.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Conditional;
import vn.motcua.kernel.PlatformClock;

/// Habits of the house, kept by machine.
class HabitsTest {
    private static final Set<String> SYSTEM_TIME =
            Set.of(
                    "now",
                    "systemUTC",
                    "systemDefaultZone",
                    "system",
                    "currentTimeMillis",
                    "tick",
                    "tickSeconds");

    private static final DescribedPredicate<JavaClass> LAUNCHER =
            resideInAPackage("vn.motcua").as("the launcher");

    /// Where everything is caught, and why.
    private static final Map<String, String> CATCH_ALL =
            Map.of(
                    "web/internal/Problems.java",
                            "the outermost handler: a bug shows a reference number",
                    "identity/internal/TransactionalAsking.java",
                            "tells the database who asks again, then throws on",
                    "journal/internal/ConsumerRunner.java",
                            "a reader's loop goes on after any trouble, later",
                    "dossier/internal/processing/OneByOne.java",
                            "one dossier in trouble leaves the others alone, and is written down",
                    "journal/internal/CursorFeed.java",
                            "an entry its reader cannot take is set aside visibly",
                    "procedure/internal/ReleaseReading.java",
                            "a check that breaks is a fault of the release",
                    "procedure/internal/intake/Draft.java",
                            "what a stranger's table breaks is a fault on its line",
                    "procedure/internal/intake/OwnShape.java",
                            "what a stranger's list breaks is a fault on its line",
                    "procedure/internal/intake/Soundness.java",
                            "a record nobody can show is a fault on its line");

    /// Because the past must be replayable and tests must not wait.
    @Test
    void nobody_asks_the_system_for_the_time() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(PlatformClock.class)
                .and(DescribedPredicate.not(LAUNCHER))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "the system's clock is read", HabitsTest::readsSystemTime))
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a Clock is passed in, so that time can be moved")
                .check(Program.CLASSES);
    }

    /// Because what a class needs stands in its constructor, where a test can give it.
    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor says what a class needs")
                .check(Program.CLASSES);
    }

    /// Because the log is kept and searched, the console is not.
    @Test
    void nobody_prints_but_the_launcher_and_the_box_of_the_sample() {
        noClasses()
                .that(DescribedPredicate.not(LAUNCHER))
                .and()
                .resideOutsideOfPackage("vn.motcua.sample..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("what is worth saying is logged")
                .check(Program.CLASSES);
    }

    /// Because a bug that is caught is a bug that stays.
    @Test
    void bugs_are_caught_nowhere_but_at_the_edge() {
        var wide =
                Pattern.compile("catch \\((?:final )?(?:Exception|Throwable|RuntimeException)\\b");
        var wrong = new ArrayList<String>();
        for (var file : Tree.java()) {
            if (CATCH_ALL.keySet().stream().anyMatch(file.toString()::endsWith)) continue;
            if (Tree.room(file).isEmpty()) continue;
            lines(JavaText.of(Tree.text(file)).code(), wide)
                    .forEach(line -> wrong.add(file + ":" + line));
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a type called "manager" or "util" has not been understood yet.
    @Test
    void names_say_what_a_type_is_for() {
        var empty =
                Program.CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("vn.motcua"))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.matches(".*(Manager|Utils?|Impl|Helper|Dto|DTO)$"))
                        .filter(name -> !name.equals("AskingTransactionManager"))
                        .toList();
        assertThat(empty).isEmpty();
    }

    /// Because a condition is decided while building, whatever the setting says at the start.
    @Test
    void no_part_of_the_program_depends_on_a_condition() {
        noClasses()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .because("the context is worked out while building")
                .check(Program.CLASSES);
    }

    /// Because a line that falls out of a documentation comment is lost to whoever reads the page
    /// made of it.
    @Test
    void documentation_comments_are_not_broken_in_the_middle() {
        var broken = Pattern.compile("(?m)^\\s*///.*\\R\\s*//(?!/)");
        var wrong = new ArrayList<String>();
        for (var file : Tree.java())
            lines(Tree.text(file), broken).forEach(line -> wrong.add(file + ":" + line));
        assertThat(wrong).isEmpty();
    }

    private static boolean readsSystemTime(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        if (!SYSTEM_TIME.contains(name)) return false;
        if (owner.isEquivalentTo(System.class)) return true;
        boolean givenClock =
                call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().startsWith("java.time") && !givenClock;
    }

    private static List<Integer> lines(String code, Pattern pattern) {
        var found = new ArrayList<Integer>();
        var matcher = pattern.matcher(code);
        while (matcher.find())
            found.add(
                    (int) code.substring(0, matcher.start()).chars().filter(c -> c == '\n').count()
                            + 1);
        return found;
    }
}
