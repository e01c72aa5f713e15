package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlTree;

/// Each folder of `broken-releases` has one thing wrong; its author is told where and what to do.
class BrokenReleasesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bad-amount        | procedure.yaml | 13 | procedure.fault.not-a-number
                    bad-code          | procedure.yaml |  1 | procedure.fault.bad-code
                    bad-date          | procedure.yaml |  3 | procedure.fault.bad-date
                    bad-enum          | procedure.yaml | 11 | procedure.fault.not-among-near
                    bad-time          | procedure.yaml | 12 | procedure.fault.bad-time
                    broken-syntax     | procedure.yaml |  5 | procedure.fault.syntax
                    custom-tag        | procedure.yaml |  4 | procedure.fault.tag
                    dates-crossed     | procedure.yaml |  4 | procedure.fault.ends-before-it-begins
                    foreign-file      | notes.docx     |  0 | procedure.fault.foreign-file
                    hidden-file       | .secret        |  0 | procedure.fault.foreign-file
                    key-twice         | procedure.yaml |  5 | procedure.fault.twice
                    missing-key       | procedure.yaml |  1 | procedure.fault.missing-key
                    missing-template  | procedure.yaml | 13 | procedure.fault.no-such-template
                    no-procedure      | procedure.yaml |  0 | procedure.fault.no-procedure-file
                    not-a-list        | procedure.yaml |  5 | procedure.fault.not-a-list
                    self-alias        | procedure.yaml |  5 | procedure.fault.alias
                    two-papers        | procedure.yaml | 14 | procedure.fault.id-twice
                    unknown-case      | procedure.yaml | 12 | procedure.fault.no-such-case
                    unknown-key       | procedure.yaml |  5 | procedure.fault.unknown-key-near
                    zero-fee          | procedure.yaml | 13 | procedure.fault.zero-is-not-free
                    """)
    void the_author_is_told_file_line_and_remedy(String folder, String file, int line, String key)
            throws URISyntaxException {
        var faults = faults(folder);
        assertThat(faults)
                .as(folder)
                .extracting(Fault::file, Fault::line, Fault::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(file, line, key));
        for (var locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            var sentence = faults.getFirst().sentence(locale);
            assertThat(sentence)
                    .startsWith(file)
                    .contains(locale.getLanguage().equals("vi") ? "Cách sửa:" : "To mend:")
                    .doesNotContain("procedure.fault")
                    .doesNotContain("{");
            if (line > 0) assertThat(sentence).contains(Integer.toString(line));
        }
    }

    @Test
    void a_misspelt_key_is_answered_with_the_nearest_known_one() throws URISyntaxException {
        assertThat(faults("unknown-key").getFirst().sentence(Locale.ENGLISH))
                .isEqualTo(
                        "procedure.yaml, line 5: There is no key “sumary”. To mend: Did you mean"
                                + " “summary”? Rename the key or remove it.");
        assertThat(faults("unknown-key").getFirst().sentence(Locale.of("vi")))
                .startsWith("procedure.yaml, dòng 5: Không có khóa nào tên “sumary”. Cách sửa:");
    }

    @Test
    void a_bomb_of_aliases_is_refused_without_being_built() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i));
            for (int j = 0; j < 10; j++) bomb.append(j == 0 ? "" : ", ").append("*a" + (i - 1));
            bomb.append("]\n");
        }
        assertThat(parse(bomb.toString())).isEqualTo("procedure.fault.too-many-nodes");
    }

    @Test
    void aliases_cannot_nest_deeper_than_brackets() {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        assertThat(parse(text.toString())).isEqualTo("procedure.fault.too-deep");
        assertThat(parse("a: " + "[".repeat(5_000))).isEqualTo("procedure.fault.too-deep");
        assertThat(parse("a: " + "x".repeat(YamlTree.MAX_CHARACTERS)))
                .isEqualTo("procedure.fault.too-long");
    }

    @Test
    void an_anchored_value_may_be_used_again() {
        var faults = new FaultSink();
        var root = YamlTree.parse("a.yaml", "a: &x {vi: Một, en: One}\nb: *x\n", faults);
        assertThat(root.localText("b").en()).isEqualTo("One");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void whatever_stands_in_a_file_becomes_a_fault_and_not_an_exception() {
        for (var text :
                List.of(
                        "",
                        "---",
                        "- a",
                        "42",
                        "a: b: c",
                        "\t",
                        "a: \"",
                        "? [x]\n: y",
                        "%YAML 9.9\n---\na: 1",
                        "a: 1\n---\nb: 2",
                        "\uFEFFa: [1",
                        "a: \u0001")) {
            var faults = new FaultSink();
            ProcedureReader.read(YamlTree.parse("procedure.yaml", text, faults));
            assertThat(faults.faults()).as(text).isNotEmpty();
        }
    }

    private static String parse(String text) {
        var faults = new FaultSink();
        YamlTree.parse("procedure.yaml", text, faults);
        return faults.faults().getFirst().key();
    }

    private static List<Fault> faults(String folder) throws URISyntaxException {
        var url = BrokenReleasesTest.class.getResource("/broken-releases/" + folder);
        var faults = new FaultSink();
        var files = ReleaseFiles.read(Path.of(Objects.requireNonNull(url, folder).toURI()), faults);
        ReleaseReading.read(files, List.of(), faults);
        return faults.faults();
    }
}
