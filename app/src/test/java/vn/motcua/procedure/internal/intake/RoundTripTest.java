package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Published.Fee;
import vn.motcua.procedure.internal.records.Published.Named;
import vn.motcua.procedure.internal.records.Published.Paper;
import vn.motcua.procedure.internal.records.Published.Way;
import vn.motcua.procedure.internal.records.PublishedJson;

/// What goes out as open data comes back as it was, in both kinds of file.
class RoundTripTest {
    @Property(tries = 300)
    void an_exported_table_reads_back_as_the_same_records(
            @ForAll("records") List<Published> records) throws FileRefused {
        var csv =
                "\ufeff"
                        + csv(OwnShape.COLUMNS)
                        + records.stream()
                                .map(record -> csv(OwnShape.cells(record)))
                                .collect(Collectors.joining());
        assertThat(read(csv)).isEqualTo(records);
    }

    @Property(tries = 300)
    void an_exported_list_reads_back_as_the_same_records(@ForAll("records") List<Published> records)
            throws FileRefused {
        var json =
                records.stream()
                        .map(PublishedJson::write)
                        .collect(
                                Collectors.joining(
                                        ",\n", "{\"day\":\"2026-11-23\",\"procedures\":[", "]}"));
        assertThat(read(json)).isEqualTo(records);
    }

    private static List<@Nullable Published> read(String text) throws FileRefused {
        return FileReader.read(text.getBytes(StandardCharsets.UTF_8)).reading().items().stream()
                .map(Reading.Item::record)
                .collect(Collectors.toList());
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    @Provide
    Arbitrary<List<Published>> records() {
        return Combinators.combine(heads(), bodies())
                .as((head, body) -> with(head, body))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(record -> record.code() + "|" + record.scope());
    }

    private static final Arbitrary<String> WORDS =
            Arbitraries.of(
                            "Đăng ký khai sinh",
                            "=1+2",
                            "'nháy",
                            "-gạch",
                            "a;b,c\"d\"",
                            "hai\ndòng",
                            "[ngoặc",
                            "{móc",
                            "@x",
                            "Nghị định 123/2015/NĐ-CP")
                    .injectDuplicates(0.1);

    private static Arbitrary<LocalText> texts() {
        return Combinators.combine(WORDS, WORDS).as(LocalText::new);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 4_000).map(LocalDate.of(2020, 1, 1)::plusDays);
    }

    private static Arbitrary<Published> heads() {
        return Combinators.combine(
                        Arbitraries.integers().between(1_000_000, 9_999_999),
                        Arbitraries.of("H29", "G15.02").injectNull(0.7),
                        texts(),
                        texts().injectNull(0.5),
                        Arbitraries.of(ProcedureRecord.Kind.class).injectNull(0.5),
                        Arbitraries.of(OnlineLevel.class).injectNull(0.5),
                        WORDS.injectNull(0.5),
                        days().injectNull(0.5))
                .as(
                        (number, agency, name, summary, kind, declared, executing, from) ->
                                new Published(
                                        number / 1_000_000 + ".%06d".formatted(number % 1_000_000),
                                        agency,
                                        name,
                                        summary,
                                        List.of(),
                                        kind,
                                        null,
                                        List.of(),
                                        null,
                                        executing,
                                        null,
                                        null,
                                        List.of(),
                                        declared,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        from,
                                        null,
                                        executing));
    }

    private record Body(
            List<Way> ways,
            List<Paper> papers,
            List<Named> named,
            List<Decision> decisions,
            List<Level> levels,
            List<LocalText> notes,
            List<String> keywords,
            @Nullable Boolean flag) {}

    private static Arbitrary<Body> bodies() {
        var fees =
                Combinators.combine(
                                Arbitraries.of(FeeLine.Kind.class),
                                Arbitraries.longs().between(1, 9_000_000).injectNull(0.5),
                                Arbitraries.of(true).injectNull(0.7),
                                texts())
                        .as(Fee::new);
        var ways =
                Combinators.combine(
                                Arbitraries.of(Channel.class),
                                Arbitraries.of(Level.class).injectNull(0.5),
                                Arbitraries.integers().between(1, 90).injectNull(0.3),
                                Arbitraries.of("WORKING_DAY", "MONTH").injectNull(0.3),
                                WORDS.injectNull(0.3),
                                fees.list().ofMaxSize(2))
                        .as(
                                (channel, level, quantity, unit, term, cost) ->
                                        new Way(
                                                channel, level, null, quantity, unit, term, cost,
                                                null));
        var papers =
                Combinators.combine(
                                WORDS.injectNull(0.5),
                                texts(),
                                Arbitraries.integers().between(0, 3).injectNull(0.4))
                        .as(
                                (code, name, count) ->
                                        new Paper(code, name, count, null, null, null, name));
        var named = Combinators.combine(WORDS.injectNull(0.5), texts()).as(Named::new);
        var decisions =
                Combinators.combine(
                                Arbitraries.of(Act.class),
                                WORDS.injectNull(0.3),
                                days().injectNull(0.3),
                                days().injectNull(0.5))
                        .as(
                                (act, number, date, from) ->
                                        new Decision(act, number, date, null, null, from, null));
        return Combinators.combine(
                        ways.list().ofMaxSize(2),
                        papers.list().ofMaxSize(2),
                        named.list().ofMaxSize(2),
                        decisions.list().ofMaxSize(2),
                        Arbitraries.of(Level.class).list().ofMaxSize(3),
                        texts().list().ofMaxSize(2),
                        WORDS.list().ofMaxSize(2),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(Body::new);
    }

    // The checker reads no mark of absence on a nested type from a class file.
    @SuppressWarnings("NullAway")
    private static Published with(Published head, Body body) {
        return new Published(
                head.code(),
                head.agency(),
                head.name(),
                head.summary(),
                body.keywords(),
                head.kind(),
                body.named().isEmpty() ? null : body.named().getFirst(),
                body.levels(),
                head.executing(),
                head.executing(),
                body.flag(),
                body.flag(),
                body.keywords(),
                head.declared(),
                body.ways(),
                body.named(),
                body.papers(),
                body.notes(),
                List.of(),
                body.named(),
                body.notes(),
                body.named(),
                List.of(),
                List.of(),
                body.decisions(),
                head.validFrom(),
                head.validFrom(),
                head.source());
    }
}
