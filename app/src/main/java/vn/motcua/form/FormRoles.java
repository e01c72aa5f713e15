package vn.motcua.form;

import org.jspecify.annotations.Nullable;

/// What the dossier takes from the answers: whose it is, what it is about, who receives it.
public record FormRoles(
        @Nullable String ownerName,
        @Nullable String ownerPersonalId,
        @Nullable String ownerPhone,
        @Nullable String ownerEmail,
        @Nullable String summary,
        @Nullable String receivingProvince,
        @Nullable String receivingCommune) {}
