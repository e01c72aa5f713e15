package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The report of what is kept names its proofs.
class ReportTest {
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+Test)`");

    /// Because a proof nobody can find is a claim.
    @Test
    void every_test_the_report_names_is_there() {
        var there =
                Tree.files("app/src/test/java", "Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        var named = new TreeSet<String>();
        PROOF.matcher(Tree.text(Tree.path("docs/quality-report.md")))
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertThat(named).hasSizeGreaterThan(20);
        named.removeAll(there);
        assertThat(named).isEmpty();
    }
}
