package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// One paper of the dossier.
///
/// @param form how it was handed in: `Bản chính`, `Bản chứng thực`, `Bản sao`, `Bản điện tử`,
///     `Dữ liệu có sẵn`
public record SlipComponent(String name, String form, int quantity, @Nullable String note) {}
