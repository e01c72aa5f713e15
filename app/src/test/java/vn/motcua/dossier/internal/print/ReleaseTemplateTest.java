package vn.motcua.dossier.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTemplateTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p>{{dossier.cod}}</p>                          | unknown-tag",
                "<p>{{#each dossier.components}}x</p>            | unclosed",
                "<p>{{#if dossier.due}}x{{/each}}{{/if}}</p>     | stray-end",
                "<p>{{else}}</p>                                 | stray-else",
                "<p>{{#each dossier.code}}x{{/each}}</p>         | not-a-list",
                "<p>{{#eval dossier.code}}</p>                   | unknown-block",
                "<p>{{dossier.getClass()}}</p>                   | unknown-tag",
                "<p>{{> footer}}</p>                             | unknown-part",
                "<p>{{dossier.code</p>                           | unclosed-tag",
                "<script>x</script>                              | forbidden-element",
                "<p><br></p>                                     | malformed",
                "<img src='https://x.vn/a.png' alt='x'/>         | outside",
                "<style>p { color: {{answers.c}} }</style>       | tag-in-style",
                "<p style='{{answers.c}}'>x</p>                  | tag-in-style",
                "<img src='{{qr}}.png' alt='x'/>                 | outside",
                "<a href='javascript:x'>x</a>                    | outside",
                "<p onclick='x'>x</p>                            | forbidden-attribute",
                "<html lang='vi'>                                | whole-page",
                "<p>{{{qr}}}</p>                                 | unknown-tag",
            })
    void a_fault_is_named_with_its_line(String line, String key) {
        var source = "<p>dòng một</p>\n" + line.replace('\'', '"') + "\n<p>dòng ba</p>";
        assertThat(check("print/x.html", source, SlipKind.RECEIPT))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.file()).isEqualTo("print/x.html");
                            assertThat(fault.key()).isEqualTo(key);
                            assertThat(fault.line()).isEqualTo(2);
                        });
    }

    @Test
    void names_of_another_kind_of_paper_are_unknown() {
        var source = "<p>{{body.newDueDate}}</p>";
        assertThat(check("a", source, SlipKind.APOLOGY)).isEmpty();
        assertThat(check("a", source, SlipKind.RECEIPT)).hasSize(1);
    }

    @Test
    void lists_repeat_with_their_own_names_first() {
        var template =
                ReleaseTemplate.parse(
                        "a",
                        "{{#each rows}}{{number}} {{name}} {{outer}} {{#each tags}}[{{this}}]{{/each}};{{/each}}");
        var data =
                Map.<String, Object>of(
                        "name",
                        "ngoài",
                        "outer",
                        "chung",
                        "rows",
                        List.of(
                                Map.of("name", "An", "tags", List.of("a", "b")),
                                Map.of("tags", List.of())));
        assertThat(template.render(data, Map.of())).isEqualTo("1 An chung [a][b];2 ngoài chung ;");
    }

    @Test
    void texts_are_escaped_wherever_they_stand() {
        var template = ReleaseTemplate.parse("a", "<p title=\"{{x}}\">{{x}}</p>");
        assertThat(template.render(Map.of("x", "\"><b>'&\u0000"), Map.of()))
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;b&gt;&#39;&amp;\">&quot;&gt;&lt;b&gt;&#39;&amp;</p>");
    }

    private static List<TemplateFault> check(String file, String source, SlipKind kind) {
        return ReleaseTemplate.check(file, source, kind, SlipData.Shape.FREE, java.util.Set.of());
    }
}
