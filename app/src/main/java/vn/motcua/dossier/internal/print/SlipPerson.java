package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// @param identity number of the identity card, or tax code of an organisation
public record SlipPerson(
        String name,
        @Nullable String identity,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {}
