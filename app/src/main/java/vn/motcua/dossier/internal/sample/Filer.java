package vn.motcua.dossier.internal.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.SampleNames;
import vn.motcua.identity.Account;
import vn.motcua.identity.Caller;

/// Who stands behind a sample dossier.
///
/// @param account null for somebody who comes to the counter and has none
/// @param address as the answer to an address field
record Filer(
        @Nullable UUID account,
        String name,
        String personalId,
        LocalDate birthDate,
        boolean woman,
        String phone,
        Map<String, Object> address) {

    static Filer of(Account account, Place place) {
        return new Filer(
                account.id(),
                account.fullName(),
                Objects.requireNonNull(account.personalId()),
                Objects.requireNonNull(account.birthDate()),
                "female".equals(account.sex()),
                Objects.requireNonNull(account.phone()),
                place.address(Objects.requireNonNullElse(account.address(), "1 đường Lê Lợi")));
    }

    static Filer walkIn(Place place, RandomGenerator random) {
        boolean woman = random.nextBoolean();
        int year = 1968 + random.nextInt(34);
        return new Filer(
                null,
                SampleNames.full(woman, random),
                SampleNames.personalId(place.idPlace(), woman, year, random),
                LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                woman,
                SampleNames.phone(random),
                place.address(place.street(random)));
    }

    Caller caller() {
        return Caller.citizen(Objects.requireNonNull(account), name);
    }

    String family() {
        return name.substring(0, name.indexOf(' '));
    }

    String sex() {
        return woman ? "female" : "male";
    }
}
