package vn.motcua.dossier.internal.counter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.Asking;

/// What an officer has typed on a page of the counter, so that scanning, a file that is too large
/// or a lost session loses none of it. Only who typed it gets it back.
@Service
public class KeptTyping {
    /// Pages whose fields are kept.
    public enum On {
        PAPERS,
        SUPPLEMENT,
        HAND_OVER
    }

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 300_000;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final Clock clock;

    KeptTyping(JdbcClient jdbc, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.clock = clock;
    }

    @Transactional
    public void keep(UUID subject, On page, MultiValueMap<String, String> sent) {
        var fields = new LinkedHashMap<String, List<String>>(sent);
        fields.remove("_csrf");
        var json = MAPPER.writeValueAsString(fields).replace("\\u0000", "");
        if (json.length() > LONGEST) return;
        jdbc.sql(
                        """
                        insert into dossier.counter_typed (subject, page, by_account, agency, typed, at)
                        values (:subject, :page, :account, :agency, :typed::jsonb, :at)
                        on conflict (subject, page, by_account) do update
                           set typed = excluded.typed, at = excluded.at, agency = excluded.agency
                        """)
                .param("subject", subject)
                .param("page", page.name())
                .param("account", account())
                .param("agency", Objects.requireNonNull(asking.current().agency()))
                .param("typed", json)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<MultiValueMap<String, String>> of(UUID subject, On page) {
        return jdbc.sql(
                        """
                        select typed from dossier.counter_typed
                         where subject = :subject and page = :page and by_account = :account
                        """)
                .param("subject", subject)
                .param("page", page.name())
                .param("account", account())
                .query(String.class)
                .optional()
                .map(json -> new LinkedMultiValueMap<>(MAPPER.readValue(json, FIELDS)));
    }

    @Transactional
    public void forget(UUID subject, On page) {
        jdbc.sql(
                        """
                        delete from dossier.counter_typed
                         where subject = :subject and page = :page and by_account = :account
                        """)
                .param("subject", subject)
                .param("page", page.name())
                .param("account", account())
                .update();
    }

    /// What nobody came back for.
    int forgetBefore(Instant before) {
        return jdbc.sql("delete from dossier.counter_typed where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private UUID account() {
        return Objects.requireNonNull(asking.current().account());
    }
}
