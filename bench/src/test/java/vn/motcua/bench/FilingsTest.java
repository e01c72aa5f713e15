package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.form.Answers;
import vn.motcua.form.FormContext;
import vn.motcua.form.Places;
import vn.motcua.form.internal.FormOnFile;

/// The made-up dossiers are such as the platform accepts; else the bench would measure
/// refusals.
class FilingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Place PLACE = new Place("79", "26734", "H29.101");

    private final Filings filings = new Filings(List.of(PLACE), DAY);

    @Test
    void every_made_up_dossier_is_complete_and_valid() throws IOException {
        for (var procedure : Filings.SHARES.keySet()) {
            var form = FormOnFile.of(Path.of("../procedures", procedure, "1"));
            for (long number = 0; number < 200; number++) {
                var answers = Answers.parse(filings.of(procedure, number).answersJson());
                assertThat(form.validate(answers, context()))
                        .as(procedure + " " + number)
                        .isEmpty();
            }
        }
    }

    @Test
    void the_receiving_commune_follows_from_the_answers() throws IOException {
        for (var procedure : Filings.SHARES.keySet()) {
            var form = FormOnFile.of(Path.of("../procedures", procedure, "1"));
            var answers = Answers.parse(filings.of(procedure, 7).answersJson());
            var roles = form.roles(form.settle(answers, context()), context());
            assertThat(roles.receivingProvince()).as(procedure).isEqualTo("79");
            assertThat(roles.receivingCommune()).as(procedure).isEqualTo("26734");
            assertThat(roles.ownerName()).as(procedure).isNotBlank();
        }
    }

    @Test
    void the_same_number_gives_the_same_dossier() {
        assertThat(filings.next(42).answersJson()).isEqualTo(filings.next(42).answersJson());
        assertThat(filings.next(42).answersJson()).isNotEqualTo(filings.next(43).answersJson());
    }

    @Test
    void what_is_posted_names_procedure_channel_and_answers() {
        var body = JsonMapper.builder().build().readTree(filings.of(Filings.LODGING, 1).body());
        assertThat(body.get("procedure").stringValue()).isEqualTo("2.001159");
        assertThat(body.get("channel").stringValue()).isEqualTo("ONLINE");
        assertThat(body.get("answers").get("hostKind").stringValue()).isEqualTo("lodging");
    }

    private static FormContext context() {
        var plain = FormContext.plain("ONLINE", DAY);
        return new FormContext(
                plain.channel(), plain.today(), plain.workingDays(), new Everywhere());
    }

    /// Every code is a place.
    private static final class Everywhere implements Places {
        @Override
        public List<Unit> provinces(LocalDate on) {
            return List.of();
        }

        @Override
        public Optional<Unit> province(String code, LocalDate on) {
            return Optional.of(new Unit(code, code));
        }

        @Override
        public Optional<Unit> commune(String province, String code, LocalDate on) {
            return Optional.of(new Unit(code, code));
        }

        @Override
        public List<Match> resolve(String typed, @Nullable String province) {
            return List.of();
        }
    }
}
