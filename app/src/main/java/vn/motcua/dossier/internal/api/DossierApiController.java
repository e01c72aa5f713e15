package vn.motcua.dossier.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// Filing and following dossiers by program, for the account whose token is sent. The same form
/// definition checks the answers as on the pages.
@RestController
@RequestMapping("/api/v1/dossiers")
class DossierApiController {
    private final Releases releases;
    private final Intake intake;
    private final DossierStore dossiers;
    private final Vault vault;
    private final Asking asking;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    DossierApiController(
            Releases releases,
            Intake intake,
            DossierStore dossiers,
            Vault vault,
            Asking asking,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.intake = intake;
        this.dossiers = dossiers;
        this.vault = vault;
        this.asking = asking;
        this.messages = messages;
        this.transaction = transaction;
    }

    /// @param procedure national code, for example `2.001159`
    /// @param agency code of the receiving agency; left out when the answers decide
    record FilingRequest(
            @Nullable String procedure,
            @Nullable String caseCode,
            @Nullable String agency,
            @Nullable ReturnWay returnWay,
            @Nullable Map<String, Object> answers) {}

    record DossierAnswer(
            String code,
            String procedure,
            String state,
            int nationalState,
            String agency,
            Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant firstDueAt,
            @Nullable Instant dueAt,
            @Nullable Instant finishedAt,
            @Nullable Instant returnedAt,
            @Nullable String outcome) {}

    @PostMapping
    ResponseEntity<?> file(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody FilingRequest request,
            Locale locale) {
        var procedure =
                Optional.ofNullable(request.procedure())
                        .filter(code -> ReleaseId.CODE.matcher(code).matches())
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var release = releases.current(procedure).map(Release::id);
        var filing =
                new Filing(
                        release.orElseGet(() -> new ReleaseId(procedure, 1)),
                        Channel.ONLINE,
                        request.caseCode(),
                        request.agency(),
                        answers(request),
                        asking.current().account(),
                        null,
                        List.of(),
                        request.returnWay() == null ? ReturnWay.ELECTRONIC : request.returnWay(),
                        key,
                        null);
        var filed =
                release.isPresent()
                        ? intake.file(filing)
                        : intake.repeated(filing)
                                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        return switch (filed) {
            case Filed.Accepted(var code, var repeated) -> {
                var body = Map.of("code", code.value());
                yield repeated
                        ? ResponseEntity.ok(body)
                        : ResponseEntity.created(URI.create("/api/v1/dossiers/" + code)).body(body);
            }
            case Filed.Incomplete(var faults) -> incomplete(faults, locale);
        };
    }

    private static Answers answers(FilingRequest request) {
        try {
            return request.answers() == null ? Answers.empty() : Answers.of(request.answers());
        } catch (IllegalArgumentException notAnswers) {
            throw new ProblemException(vn.motcua.form.FormProblem.INVALID_ANSWERS);
        }
    }

    private ResponseEntity<Map<String, Object>> incomplete(
            List<AnswerFault> faults, Locale locale) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var fault : faults) {
            var words =
                    fault.own() == null
                            ? messages.getMessage(fault.key(), fault.args(locale), locale)
                            : fault.own().in(locale);
            errors.add(Map.of("pointer", fault.pointer(), "code", fault.key(), "detail", words));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:motcua:problem:form.invalid-answers");
        body.put("title", messages.getMessage("problem.form.invalid-answers.title", null, locale));
        body.put("status", 422);
        body.put("errors", errors);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    @GetMapping("/{code}")
    DossierAnswer show(@PathVariable String code) {
        var account = asking.current().account();
        Optional<Dossier> found =
                Objects.requireNonNull(
                        transaction.execute(
                                status ->
                                        DossierCode.parse(code)
                                                .flatMap(dossiers::idOf)
                                                .flatMap(dossiers::find)
                                                .filter(
                                                        dossier ->
                                                                account != null
                                                                        && account.equals(
                                                                                dossier.people()
                                                                                        .filer()))));
        return answer(found.orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND)));
    }

    private static DossierAnswer answer(Dossier dossier) {
        var moments = dossier.moments();
        return new DossierAnswer(
                dossier.code().value(),
                dossier.release().procedureCode(),
                dossier.state().name(),
                dossier.state().nationalCode(),
                dossier.agency(),
                moments.submitted(),
                moments.accepted(),
                moments.firstDue(),
                moments.due(),
                moments.finished(),
                moments.returned(),
                dossier.outcome() == null ? null : dossier.outcome().name());
    }

    /// Sends a paper; the answer's id goes into the answers of an attachment field.
    @PostMapping("/files")
    ResponseEntity<Map<String, Object>> upload(@RequestParam String name, InputStream content)
            throws IOException {
        try (content) {
            var file =
                    vault.store(content, name, FilePurpose.COMPONENT, asking.current().account());
            return ResponseEntity.status(201)
                    .body(
                            Map.of(
                                    "id",
                                    file.id(),
                                    "sha256",
                                    file.sha256(),
                                    "size",
                                    file.size(),
                                    "mediaType",
                                    file.mediaType()));
        }
    }
}
