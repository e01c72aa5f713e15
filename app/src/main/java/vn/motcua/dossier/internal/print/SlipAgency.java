package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// @param code agency code
/// @param superior agency above, printed first: `Ủy ban nhân dân Thành phố Hồ Chí Minh`
/// @param name `Ủy ban nhân dân phường Bến Thành`
/// @param desk its one-stop desk: `Trung tâm Phục vụ hành chính công phường Bến Thành`
/// @param website where dossiers are followed
public record SlipAgency(
        String code,
        @Nullable String superior,
        String name,
        String desk,
        String address,
        String phone,
        String website) {}
