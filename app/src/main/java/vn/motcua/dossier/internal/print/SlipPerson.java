package vn.motcua.dossier.internal.print;

import org.jspecify.annotations.Nullable;

/// @param identity number of the identity card, or tax code of an organisation
public record SlipPerson(
        String name,
        @Nullable String identity,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {
    /// The name with what tells the person or organisation from others of that name.
    public String named() {
        return identity == null ? name : name + ", số định danh hoặc mã số thuế " + identity;
    }
}
