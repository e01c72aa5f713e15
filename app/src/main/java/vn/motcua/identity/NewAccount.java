package vn.motcua.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account to be opened.
///
/// @param password null for accounts that come through an identity provider only
public record NewAccount(
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
        @Nullable String password) {

    public static NewAccount citizen(PersonalId id, String fullName, String password) {
        return new NewAccount(
                AccountKind.CITIZEN,
                id.value(),
                fullName,
                id.value(),
                null,
                id.sex(),
                null,
                null,
                null,
                null,
                AssuranceLevel.DECLARED,
                password);
    }

    public static NewAccount officer(String loginName, String fullName, String password) {
        return new NewAccount(
                AccountKind.OFFICER,
                loginName,
                fullName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                AssuranceLevel.LEVEL_2,
                password);
    }

    /// Never the password, the number or the name: this lands in logs.
    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }
}
