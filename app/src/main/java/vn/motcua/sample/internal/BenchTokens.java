package vn.motcua.sample.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessTokens;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.AssuranceLevel;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Role;

/// Accounts and tokens for load trials, made when the environment asks for them.
@Component
class BenchTokens {
    private static final int CITIZENS = 200;
    private static final Duration LIFE = Duration.ofDays(1);

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final Asking asking;

    BenchTokens(Accounts accounts, AccessTokens tokens, Asking asking) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.asking = asking;
    }

    /// Writes one bearer token a line; the accounts are opened once and found again later.
    void write(Path file) {
        var lines =
                asking.as(
                        Caller.system(),
                        () -> {
                            var issued = new ArrayList<String>(CITIZENS);
                            for (int i = 0; i < CITIZENS; i++)
                                issued.add(
                                        tokens.issue(
                                                account(i), Role.CITIZEN, null, "bench", LIFE));
                            return issued;
                        });
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private UUID account(int number) {
        var id = "079080%06d".formatted(900_000 + number);
        return accounts.byLogin(id)
                .map(Account::id)
                .orElseGet(
                        () ->
                                accounts.register(
                                        new NewAccount(
                                                AccountKind.CITIZEN,
                                                id,
                                                "Người Dùng Thử " + (number + 1),
                                                id,
                                                LocalDate.of(
                                                        1980, 1 + number % 12, 1 + number % 28),
                                                "male",
                                                "+84900%06d".formatted(100_000 + number),
                                                null,
                                                "1 đường Lê Lợi",
                                                "26743",
                                                AssuranceLevel.LEVEL_2,
                                                null)));
    }
}
