package vn.motcua.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.AssuranceLevel;
import vn.motcua.identity.NewAccount;

@Repository
class AccountStore {
    private static final String COLUMNS =
            """
            select id, kind, login_name, full_name, personal_id, birth_date, sex, phone, email,
                   address, commune_code, assurance, disabled_at
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(COLUMNS + " from identity.account where id = :id")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> byLogin(String loginKey) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                  from identity.account
                                 where login_key = :login
                                    or (personal_id = :login and kind = 'CITIZEN')
                                 order by login_key = :login desc
                                 limit 1
                                """)
                .param("login", loginKey)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> atCounter(String personalId) {
        return jdbc.sql(COLUMNS + " from identity.at_counter(:number)")
                .param("number", personalId)
                .query(AccountStore::account)
                .optional();
    }

    boolean insert(UUID id, String loginKey, NewAccount account, Instant now) {
        return jdbc.sql(
                                """
                                insert into identity.account (
                                    id, kind, login_name, login_key, full_name, personal_id, birth_date, sex,
                                    phone, email, address, commune_code, assurance, opened_at)
                                values (
                                    :id, :kind, :login, :loginKey, :name, :personalId, :birthDate, :sex,
                                    :phone, :email, :address, :commune, :assurance, :now)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("kind", account.kind().name())
                        .param("login", account.loginName())
                        .param("loginKey", loginKey)
                        .param("name", account.fullName())
                        .param("personalId", account.personalId())
                        .param("birthDate", account.birthDate())
                        .param("sex", account.sex())
                        .param("phone", account.phone())
                        .param("email", account.email())
                        .param("address", account.address())
                        .param("commune", account.communeCode())
                        .param("assurance", account.assurance().name())
                        .param("now", AttemptStore.utc(now))
                        .update()
                == 1;
    }

    void changeContact(
            UUID id,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String communeCode) {
        jdbc.sql(
                        """
                        update identity.account
                           set phone = :phone, email = :email, address = :address,
                               commune_code = :commune
                         where id = :id
                        """)
                .param("id", id)
                .param("phone", phone)
                .param("email", email)
                .param("address", address)
                .param("commune", communeCode)
                .update();
    }

    void setDisabled(UUID id, @Nullable Instant at) {
        jdbc.sql("update identity.account set disabled_at = :at where id = :id")
                .param("id", id)
                .param(
                        "at",
                        at == null ? null : AttemptStore.utc(at),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void endSessions(UUID id) {
        jdbc.sql("delete from identity.session where principal_name = :id")
                .param("id", id.toString())
                .update();
    }

    void revokeTokens(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update identity.access_token
                           set revoked_at = :now
                         where account = :id and revoked_at is null
                        """)
                .param("id", id)
                .param("now", AttemptStore.utc(now))
                .update();
    }

    Optional<String> password(UUID id) {
        return jdbc.sql("select password from identity.credential where account = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void setPassword(UUID id, String hash, Instant now) {
        jdbc.sql(
                        """
                        insert into identity.credential (account, password, changed_at)
                        values (:id, :hash, :now)
                        on conflict (account) do update
                           set password = excluded.password, changed_at = excluded.changed_at
                        """)
                .param("id", id)
                .param("hash", hash)
                .param("now", AttemptStore.utc(now))
                .update();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        LocalDate birth = row.getObject("birth_date", LocalDate.class);
        return new Account(
                row.getObject("id", UUID.class),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("login_name"),
                row.getString("full_name"),
                row.getString("personal_id"),
                birth,
                row.getString("sex"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                row.getString("commune_code"),
                AssuranceLevel.valueOf(row.getString("assurance")),
                row.getTimestamp("disabled_at") != null);
    }
}
