package vn.motcua.journey;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.form.Forms;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// Building permits brought to where a journey begins.
final class Permits {
    private static final ReleaseId RELEASE = new ReleaseId("1.013225", 1);

    private final TestPlatform platform;

    Permits(TestPlatform platform) {
        this.platform = platform;
    }

    /// @param fireReview whether the fire police are asked
    DossierCode filed(boolean fireReview) {
        return platform.as(TestPlatform.BUSINESS_MAN, () -> file(fireReview));
    }

    DossierCode filedAt(Instant moment) {
        var code = new AtomicReference<@Nullable DossierCode>();
        PlatformClock.at(moment, () -> code.set(filed(false)));
        return Objects.requireNonNull(code.get());
    }

    private DossierCode file(boolean fireReview) {
        var account = platform.account(TestPlatform.BUSINESS_MAN);
        var release = platform.bean(Releases.class).find(RELEASE).orElseThrow();
        var forms = platform.bean(Forms.class);
        var answers =
                new HashMap<String, Object>(forms.prefill(forms.of(release), account).values());
        var photo = Samples.photo("ban-ve.jpg");
        var drawing =
                platform.bean(Vault.class)
                        .store(
                                new ByteArrayInputStream(photo.buffer),
                                photo.name,
                                FilePurpose.COMPONENT,
                                account.id());
        answers.putAll(answers(drawing.id(), fireReview));
        var filed =
                platform.bean(Intake.class)
                        .file(
                                new Filing(
                                        RELEASE,
                                        Channel.ONLINE,
                                        null,
                                        null,
                                        Answers.of(answers),
                                        account.id(),
                                        null,
                                        List.of(),
                                        ReturnWay.COUNTER,
                                        UUID.randomUUID().toString(),
                                        null));
        if (filed instanceof Filed.Accepted accepted) return accepted.code();
        throw new IllegalStateException(filed.toString());
    }

    private static Map<String, Object> answers(UUID drawing, boolean fireReview) {
        var site =
                Map.of(
                        "province",
                        TestPlatform.PROVINCE,
                        "commune",
                        TestPlatform.COMMUNE,
                        "street",
                        "12 đường Lê Lai");
        return Map.ofEntries(
                Map.entry("filedBy", "self"),
                Map.entry("selfName", "Trần Quốc Hùng"),
                Map.entry("selfPersonalId", "079085004321"),
                Map.entry("builderAddress", site),
                Map.entry("builderPhone", "+84908123318"),
                Map.entry("siteAddress", site),
                Map.entry("plotNumber", "15"),
                Map.entry("mapSheet", "8"),
                Map.entry("plotArea", 120),
                Map.entry("landPaperKind", "data"),
                Map.entry("landCertificateNumber", "CS 012345"),
                Map.entry("planKind", "approved"),
                Map.entry("workKind", "grade3"),
                Map.entry("workName", "Nhà xưởng của hộ Trần Quốc Hùng"),
                Map.entry("footprint", 50),
                Map.entry("floorArea", 140),
                Map.entry("height", 9),
                Map.entry("storeys", 2),
                Map.entry("basements", 0),
                Map.entry("designer", "Công ty TNHH Thiết kế Nhà Việt"),
                Map.entry("fireReview", fireReview),
                Map.entry("drawingFiles", List.of(drawing.toString())),
                Map.entry("declaration", true));
    }
}
