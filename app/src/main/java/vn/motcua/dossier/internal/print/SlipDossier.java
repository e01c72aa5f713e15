package vn.motcua.dossier.internal.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dossier as its papers tell it.
///
/// @param summary subject of the request
/// @param owner whose matter it is
/// @param filer who handed it in; null when the owner did
/// @param channel `Trực tiếp`, `Trực tuyến`, `Bưu chính công ích`
/// @param received when it was received; null before acceptance
/// @param due when the result is appointed; null when there is no appointment
/// @param legalTime `7 ngày làm việc`
/// @param sets number of sets of papers
/// @param returnBy `Tại Bộ phận Một cửa`, `Bưu chính công ích`, `Kho dữ liệu điện tử`
/// @param trackingUrl what the QR code opens
/// @param trackingKey the key in it, for those who type it
/// @param registerVolume volume of the register
/// @param registerLine line in it
public record SlipDossier(
        String code,
        String procedureCode,
        String procedureName,
        String summary,
        SlipPerson owner,
        @Nullable SlipPerson filer,
        String channel,
        @Nullable Instant received,
        @Nullable Instant due,
        String legalTime,
        int sets,
        List<SlipComponent> components,
        String returnBy,
        String trackingUrl,
        @Nullable String trackingKey,
        @Nullable String registerVolume,
        @Nullable String registerLine) {
    public SlipDossier {
        components = List.copyOf(components);
    }

    /// Who stands at the counter.
    public SlipPerson presenter() {
        return filer == null ? owner : filer;
    }
}
