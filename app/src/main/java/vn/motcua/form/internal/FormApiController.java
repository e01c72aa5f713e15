package vn.motcua.form.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.form.FormProblem;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// The form of a procedure for machines.
@RestController
class FormApiController {
    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

    private final Releases releases;
    private final CompiledForms forms;

    FormApiController(Releases releases, CompiledForms forms) {
        this.releases = releases;
        this.forms = forms;
    }

    @GetMapping("/api/v1/procedures/{code:[1-9]\\.\\d{6}}/form")
    ResponseEntity<Map<String, Object>> form(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "vi") String lang) {
        if (version != null && version < 1) throw new ProblemException(FormProblem.NOT_FOUND);
        var release =
                (version == null
                                ? releases.current(code)
                                : releases.find(new ReleaseId(code, version)))
                        .filter(Release::fileable)
                        .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .eTag(release.hash() + "-" + (lang.equals("en") ? "en" : "vi"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(
                        forms.of(release)
                                .schema(lang.equals("en") ? Locale.ENGLISH : Locale.of("vi")));
    }
}
