package vn.motcua.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person known to the platform, in one capacity.
///
/// @param loginName what the person types to sign in; a citizen's is usually the personal id
/// @param personalId number định danh cá nhân of 12 digits; officers' accounts may lack it
/// @param sex `male` or `female`
/// @param phone E.164
/// @param communeCode today's code of the commune of residence
public record Account(
        UUID id,
        AccountKind kind,
        String loginName,
        String fullName,
        @Nullable String personalId,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String communeCode,
        AssuranceLevel assurance,
        boolean disabled) {}
