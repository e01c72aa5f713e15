package vn.motcua.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.procedure.ReleaseId;

/// Building permits brought to where a journey begins.
final class Permits {
    private static final ReleaseId RELEASE = new ReleaseId("1.013225", 1);

    private final TestPlatform platform;

    Permits(TestPlatform platform) {
        this.platform = platform;
    }

    /// @param fireReview whether the fire police are asked
    DossierCode filed(boolean fireReview) {
        return new Online(
                        TestPlatform.BUSINESS_MAN,
                        RELEASE,
                        "ban-ve.jpg",
                        ReturnWay.COUNTER,
                        drawing -> answers(drawing, fireReview))
                .file(platform);
    }

    DossierCode filedAt(Instant moment) {
        return Online.at(moment, () -> filed(false));
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
