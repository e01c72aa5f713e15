package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// Remembers the answer to each filing request, so that pressing twice, or asking again after a
/// lost answer, files once.
@Repository
public class RequestKeys {
    private final JdbcClient jdbc;

    RequestKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The dossier this key has already filed.
    ///
    /// @param digest SHA-256 of what is being filed
    /// @throws ProblemException `dossier.key-reused` when the key came with other content before
    public Optional<DossierCode> answered(String account, String key, byte[] digest) {
        record Seen(byte[] digest, String code) {}
        return jdbc.sql(
                        "select digest, code from dossier.request_key where account = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .query((row, number) -> new Seen(row.getBytes("digest"), row.getString("code")))
                .optional()
                .map(
                        seen -> {
                            if (!Arrays.equals(seen.digest(), digest))
                                throw new ProblemException(DossierProblem.KEY_REUSED);
                            return new DossierCode(seen.code());
                        });
    }

    /// The dossier filed with a key the platform itself gave, whoever filed it.
    public Optional<DossierCode> filed(String key) {
        return jdbc.sql("select code from dossier.request_key where key = :key")
                .param("key", key)
                .query((row, number) -> new DossierCode(row.getString("code")))
                .optional();
    }

    /// Forgets requests answered before this moment.
    public void forget(Instant before) {
        jdbc.sql("delete from dossier.request_key where at < :before")
                .param("before", DossierStore.timestamp(before))
                .update();
    }
}
