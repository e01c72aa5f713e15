package vn.motcua.dossier.internal.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.workflow.Issue;
import vn.motcua.worktime.Calendars;

/// Every paper, filed, decided and printed on the real platform; left in `target/papers`.
class PapersModuleTest {
    private static final Map<String, UUID> FILED = new HashMap<>();
    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.shared();
    }

    static List<PaperAnswers.Sample> samples() {
        return PaperAnswers.all(LocalDate.now(HanoiTime.ZONE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whoever_files_gets_a_receipt_with_the_tracking_key(PaperAnswers.Sample sample) {
        var text = at(sample, sample.receptionist(), (dossier, by) -> slip(sample, dossier));
        var key =
                at(
                        sample,
                        sample.receptionist(),
                        (d, by) -> bean(DossierStore.class).trackingKey(d.code()));
        assertThat(text)
                .contains("Giấy tiếp nhận hồ sơ".toUpperCase(java.util.Locale.of("vi")))
                .contains("Nguyễn Thị Thu Hà")
                .contains("0903 123 456")
                .contains(key)
                .contains("Tại quầy");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_result_is_printed_from_the_answers_in_words(PaperAnswers.Sample sample) {
        var text =
                at(
                        sample,
                        sample.approver(),
                        (dossier, by) -> {
                            var types = bean(Rules.class).record(dossier).results();
                            var type = bean(Documents.class).resultType(dossier, types);
                            var slips = bean(Slips.class);
                            var pdf =
                                    slips.result(
                                            dossier,
                                            type.name(),
                                            "118/2026",
                                            Issue.GRANTED,
                                            type.template(),
                                            slips.signer(by, dossier),
                                            null,
                                            bean(Clock.class).instant());
                            return text(sample.name() + "-result", pdf);
                        });
        assertThat(text)
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("118/2026")
                .contains("15/7 Lê Thị Riêng, phường Bến Thành, Thành phố Hồ Chí Minh")
                .doesNotContain("female", "null", "{{", "+849");
        if (sample.name().startsWith("record"))
            assertThat(text.toLowerCase(java.util.Locale.of("vi")))
                    .contains("phiếu lý lịch tư pháp số " + sample.name().substring(7));
    }

    @Test
    void every_slip_of_the_desk_is_printed_from_what_was_frozen() {
        var sample = samples().get(2);
        var texts =
                at(
                        sample,
                        sample.approver(),
                        (dossier, by) -> {
                            issueAll(dossier, by);
                            var printed = new HashMap<String, String>();
                            for (var slip : bean(PaperStore.class).slips(dossier.id())) {
                                var pdf = bean(Slips.class).print(dossier, slip.id());
                                printed.put(slip.kind(), text("slip-" + slip.kind(), pdf));
                            }
                            var work = bean(TaskStore.class).of(dossier.id());
                            var control = bean(Slips.class).printControl(dossier, work);
                            printed.put("CONTROL", text("slip-CONTROL", control));
                            return printed;
                        });
        assertThat(texts.keySet())
                .contains("RECEIPT", "SUPPLEMENT", "REFUSAL", "APOLOGY", "STOP", "CONTROL");
        assertThat(texts.values())
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .contains("Bến Thành, ngày")
                                        .doesNotContain("null"));
        assertThat(texts.get("STOP")).contains("KT. CHỦ TỊCH").contains("PHÓ CHỦ TỊCH");
        assertThat(texts.get("CONTROL")).contains("Người nhận");
    }

    @Test
    void a_release_with_a_broken_paper_or_expression_is_refused_with_file_and_line() {
        var good = bean(Releases.class).find(new ReleaseId("1.001193", 1)).orElseThrow().files();
        var texts = new HashMap<>(good.asMap());
        texts.compute(
                "procedure.yaml",
                (_, text) ->
                        text.replaceFirst("version: 1", "version: 901")
                                .replaceFirst("quantity: \"copies\"", "quantity: \"copie\"")
                                .replaceFirst("when: \"relation ==", "when: \"relatio =="));
        texts.compute(
                "print/birth-certificate.html",
                (_, text) -> text.replace("{{answers.childSex}}", "{{answers.childSexe}}"));
        var files = ReleaseFiles.ofTexts(texts, new FaultSink());
        var report = platform.asSystem(() -> bean(Releases.class).importFiles(files));
        assertThat(report.refused()).hasSize(1);
        var sentences =
                report.refused().getFirst().faults().stream()
                        .map(fault -> fault.sentence(java.util.Locale.of("vi")))
                        .toList();
        assertThat(sentences)
                .hasSize(3)
                .anyMatch(
                        s ->
                                s.startsWith("print/birth-certificate.html, dòng")
                                        && s.contains("childSexe"))
                .anyMatch(s -> s.startsWith("procedure.yaml, dòng 55") && s.contains("copie"))
                .anyMatch(s -> s.startsWith("procedure.yaml, dòng") && s.contains("relatio"));
    }

    private void issueAll(Dossier dossier, Caller by) {
        var slips = bean(Slips.class);
        var now = bean(Clock.class).instant();
        var items = List.of(new Supplement.Item("1", null, "Bản sao hợp đồng thuê nhà đặt trụ sở"));
        slips.supplement(dossier, supplement(dossier, items, now), by, now);
        slips.refusal(
                dossier,
                new Desk.ReasonText("Tên hộ kinh doanh trùng", "Nghị định 168/2025/NĐ-CP"),
                "Mời bà chọn tên riêng khác.",
                by,
                now);
        var due = Objects.requireNonNull(dossier.moments().due()).plus(Duration.ofDays(7));
        var calendar = bean(Calendars.class).of(dossier.agency());
        slips.apology(
                dossier.extended(due, "Chờ ý kiến của cơ quan thuế", now, calendar),
                dossier,
                "Chờ ý kiến của cơ quan thuế",
                by,
                now);
        slips.stop(dossier, "Người nộp hồ sơ đề nghị rút hồ sơ", by, now);
    }

    private Supplement supplement(Dossier dossier, List<Supplement.Item> items, Instant now) {
        return new Supplement(
                Ids.next(bean(Clock.class)),
                dossier.id(),
                1,
                Supplement.Stage.APPRAISAL,
                "Đoàn Công Minh",
                now,
                "Thiếu giấy tờ",
                "Nghị định 168/2025/NĐ-CP",
                "Chụp đủ các trang.",
                items,
                HanoiTime.dateOf(now).plusDays(30),
                dossier.moments().due(),
                null,
                null,
                Map.of());
    }

    private String slip(PaperAnswers.Sample sample, Dossier dossier) {
        var slip = bean(PaperStore.class).slips(dossier.id()).getFirst();
        return text(sample.name() + "-receipt", bean(Slips.class).print(dossier, slip.id()));
    }

    private <T> T at(
            PaperAnswers.Sample sample, String login, BiFunction<Dossier, Caller, T> work) {
        var id = FILED.computeIfAbsent(sample.name(), _ -> file(sample));
        return platform.as(
                login,
                () ->
                        bean(TransactionTemplate.class)
                                .execute(
                                        status -> {
                                            var dossier = bean(DossierStore.class).require(id);
                                            return work.apply(dossier, platform.caller(login));
                                        }));
    }

    private static UUID file(PaperAnswers.Sample sample) {
        var papers =
                sample.papers().stream()
                        .map(p -> new Paper(p, Paper.Form.ORIGINAL, 1, List.of(), null))
                        .toList();
        var filing =
                new Filing(
                        new ReleaseId(sample.procedure(), 1),
                        Channel.DIRECT,
                        null,
                        null,
                        sample.answers(),
                        null,
                        sample.filer(),
                        papers,
                        ReturnWay.COUNTER,
                        "papers-" + sample.name(),
                        null);
        return platform.as(
                sample.receptionist(),
                () -> {
                    var filed = bean(Intake.class).file(filing);
                    assertThat(filed).as(filed.toString()).isInstanceOf(Filed.Accepted.class);
                    var code = ((Filed.Accepted) filed).code();
                    return bean(TransactionTemplate.class)
                            .execute(status -> bean(DossierStore.class).idOf(code).orElseThrow());
                });
    }

    private static <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    /// Leaves the paper where a person can look at it. One sheet is enough for each of them.
    private static String text(String name, byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var folder = Files.createDirectories(Path.of("target", "papers"));
            Files.write(folder.resolve(name + ".pdf"), pdf);
            assertThat(document.getNumberOfPages()).as(name).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
