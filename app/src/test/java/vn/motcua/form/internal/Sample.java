package vn.motcua.form.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Answers;
import vn.motcua.form.FormContext;
import vn.motcua.form.Places;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseId;

/// Small forms, a small country and a fixed day.
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final ReleaseId RELEASE = new ReleaseId("1.001193", 1);
    static final FormContext ONLINE = context("ONLINE");

    private Sample() {}

    static FormContext context(String channel) {
        return new FormContext(
                channel, TODAY, FormContext.plain(channel, TODAY).workingDays(), new Country());
    }

    static CompiledForm form(String yaml) {
        var faults = new FaultSink();
        var form = FormReader.read(RELEASE, yaml, Set.of("birth-proof"), faults);
        if (!faults.isEmpty()) throw new AssertionError(faults.faults().toString());
        return form;
    }

    static List<Fault> faults(String yaml) {
        var faults = new FaultSink();
        var unused = FormReader.read(RELEASE, yaml, Set.of("birth-proof"), faults);
        return faults.faults();
    }

    /// A form of one question with one field, given as one line.
    static CompiledForm field(String line) {
        return form(withField(line));
    }

    static String withField(String line) {
        return """
                sections:
                  - id: only
                    title: Phần
                    questions:
                      - id: only
                        title: Câu hỏi
                        fields:
                          - %s
                roles: {ownerName: "'x'"}
                """
                .formatted(line);
    }

    static List<String> keys(CompiledForm form, Answers answers) {
        return form.validate(answers, ONLINE).stream()
                .map(f -> f.key().replace("form.answer.", ""))
                .toList();
    }

    static List<String> keys(String line, @Nullable Object value) {
        var answers = value == null ? Answers.empty() : Answers.of(Map.of("a", value));
        return keys(field(line), answers);
    }

    static final class Country implements Places {
        @Override
        public List<Unit> provinces(LocalDate on) {
            return List.of(new Unit("79", "Thành phố Hồ Chí Minh"), new Unit("40", "Tỉnh Nghệ An"));
        }

        @Override
        public Optional<Unit> province(String code, LocalDate on) {
            return provinces(on).stream().filter(p -> p.code().equals(code)).findFirst();
        }

        private static final List<Match> COMMUNES =
                List.of(
                        match("79", "26740", "Phường Sài Gòn", "Phường Bến Nghé, Quận 1"),
                        match("79", "26743", "Phường Bến Thành", null),
                        match("79", "26800", "Phường An Đông", "Phường 5, Quận 5"),
                        match("79", "26801", "Phường Chợ Quán", "Phường 5, Quận 5"),
                        match("40", "16681", "Phường Trường Vinh", null));

        private static Match match(String p, String code, String name, @Nullable String former) {
            var province = p.equals("79") ? "Thành phố Hồ Chí Minh" : "Tỉnh Nghệ An";
            return new Match(new Unit(p, province), new Unit(code, name), former);
        }

        @Override
        public Optional<Unit> commune(String province, String code, LocalDate on) {
            return COMMUNES.stream()
                    .filter(m -> m.province().code().equals(province))
                    .map(Match::commune)
                    .filter(c -> c.code().equals(code))
                    .findFirst();
        }

        @Override
        public List<Match> resolve(String typed, @Nullable String province) {
            var folded = Fold.fold(typed);
            return COMMUNES.stream()
                    .filter(m -> province == null || m.province().code().equals(province))
                    .filter(m -> fits(m, folded))
                    .map(
                            m ->
                                    Fold.fold(m.commune().name()).contains(folded)
                                            ? new Match(m.province(), m.commune(), null)
                                            : m)
                    .toList();
        }

        private static boolean fits(Match m, String folded) {
            return Fold.fold(m.commune().name()).contains(folded)
                    || (m.former() != null && Fold.fold(m.former()).contains(folded));
        }
    }
}
