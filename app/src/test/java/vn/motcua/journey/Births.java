package vn.motcua.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.ReleaseId;

/// Birth dossiers brought to where a journey begins, through the services behind the pages.
final class Births {
    static final ReleaseId RELEASE = new ReleaseId("1.001193", 1);
    static final String PHONE_TAIL = "5678";

    private final TestPlatform platform;

    Births(TestPlatform platform) {
        this.platform = platform;
    }

    /// A dossier the mother has just filed online.
    DossierCode filed(String child) {
        return new Online(
                        TestPlatform.MOTHER,
                        RELEASE,
                        "giay-chung-sinh.jpg",
                        ReturnWay.ELECTRONIC,
                        paper -> answers(child, paper))
                .file(platform);
    }

    DossierCode filedAt(Instant moment, String child) {
        return Online.at(moment, () -> filed(child));
    }

    void accept(DossierCode code) {
        platform.as(
                TestPlatform.RECEPTIONIST,
                () -> {
                    platform.bean(Desk.class).accept(id(code), dossier(code).version());
                    return code;
                });
    }

    /// The officer ends the open step.
    void step(String login, DossierCode code, String outcome) {
        platform.as(
                login,
                () -> {
                    platform.bean(Desk.class)
                            .completeStep(
                                    id(code), dossier(code).version(), token(code), outcome, null);
                    return code;
                });
    }

    /// The whole way to a result the mother has not fetched yet.
    void finish(DossierCode code) {
        accept(code);
        step(TestPlatform.CASE_OFFICER, code, "eligible");
        platform.as(
                TestPlatform.MOTHER,
                () -> {
                    platform.bean(Applicant.class)
                            .completeStep(id(code), token(code), "confirmed", null);
                    return code;
                });
        step(TestPlatform.APPROVER, code, "sign");
        step(TestPlatform.CASE_OFFICER, code, "printed");
    }

    UUID id(DossierCode code) {
        return read(() -> platform.bean(DossierStore.class).idOf(code).orElseThrow());
    }

    Dossier dossier(DossierCode code) {
        return read(
                () ->
                        platform.bean(DossierStore.class)
                                .require(
                                        platform.bean(DossierStore.class)
                                                .idOf(code)
                                                .orElseThrow()));
    }

    String trackingKey(DossierCode code) {
        return read(() -> platform.bean(DossierStore.class).trackingKey(code));
    }

    String token(DossierCode code) {
        return Objects.requireNonNull(task(code).token());
    }

    /// The first open piece of work.
    Task task(DossierCode code) {
        return read(
                () ->
                        platform
                                .bean(TaskStore.class)
                                .of(platform.bean(DossierStore.class).idOf(code).orElseThrow())
                                .stream()
                                .filter(Task::open)
                                .findFirst()
                                .orElseThrow());
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return platform.asSystem(
                () ->
                        Objects.requireNonNull(
                                platform.bean(TransactionTemplate.class)
                                        .execute(status -> work.get())));
    }

    private static Map<String, Object> answers(String child, UUID paper) {
        var home =
                Map.of(
                        "province",
                        TestPlatform.PROVINCE,
                        "commune",
                        TestPlatform.COMMUNE,
                        "street",
                        "25 đường Lê Lai");
        return Map.ofEntries(
                Map.entry("birthKind", "ordinary"),
                Map.entry("relation", "mother"),
                Map.entry("requesterAddress", home),
                Map.entry("requesterPhone", "+84912345678"),
                Map.entry("registerAddress", home),
                Map.entry("childName", child),
                Map.entry("childBirthDate", LocalDate.now(HanoiTime.ZONE).minusDays(20).toString()),
                Map.entry("childSex", "male"),
                Map.entry("birthClinic", "Bệnh viện Từ Dũ"),
                Map.entry("birthPlace", home),
                Map.entry("childNativePlace", home),
                Map.entry("childEthnicity", "Kinh"),
                Map.entry("childNationality", "Việt Nam"),
                Map.entry("motherEthnicity", "Kinh"),
                Map.entry("motherNationality", "Việt Nam"),
                Map.entry("motherAddress", home),
                Map.entry("fatherDeclared", false),
                Map.entry("birthProofKind", "paper"),
                Map.entry("birthProofFiles", List.of(paper.toString())),
                Map.entry("copies", 0),
                Map.entry("declaration", true));
    }
}
