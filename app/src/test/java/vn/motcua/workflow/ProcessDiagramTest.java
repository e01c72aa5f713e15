package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ProcessDiagramTest {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some();
    }

    @Property(tries = 100)
    void every_process_can_be_drawn_and_every_step_is_on_the_drawing(
            @ForAll("blocks") Blocks blocks) throws Exception {
        var process = Blocks.process(blocks);
        var svg = ProcessDiagram.svg(process, null, VIETNAMESE);
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("g").getLength())
                .isEqualTo(process.steps().size());
        assertThat(svg).doesNotContain("style=").doesNotContain("NaN");
    }

    @Test
    void the_drawing_says_in_words_where_the_dossier_is() {
        var process =
                Blocks.process(new Blocks.Parallel(List.of(new Blocks.Task(), new Blocks.Task())));
        var state = Engine.start(process, Variables.of("ONLINE")).state();
        assertThat(ProcessDiagram.svg(process, state, VIETNAMESE))
                .contains("data-now=\"start\"", "Hồ sơ đang ở: start.", "Đang ở đây");
        assertThat(ProcessDiagram.svg(process, state, Locale.ENGLISH))
                .contains("The dossier is now at: start.");
    }
}
