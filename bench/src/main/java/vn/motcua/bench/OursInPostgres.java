package vn.motcua.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.BenchDatabase;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;

/// The platform's own way of completing a step: the officer's right is asked, the version is
/// checked, the engine decides, and everything is written under row-level security.
final class OursInPostgres implements EngineScenario.Contender {
    private final Inside inside;
    private final UUID like;
    private final int version;
    private final Map<String, Integer> done = new HashMap<>();
    private List<UUID> dossiers = List.of();
    private String token = "";

    OursInPostgres(BenchDatabase database, Path scratch, int workers) throws Exception {
        inside = new Inside(database, scratch.resolve("inside-" + workers), workers);
        like = inside.accepted();
        try (var admin = database.admin();
                var ask =
                        admin.prepareStatement(
                                "select version from dossier.dossier where id = ?")) {
            ask.setObject(1, like);
            try (var row = ask.executeQuery()) {
                row.next();
                version = row.getInt(1);
            }
        }
    }

    static HikariDataSource pool(String url, String user, String password, int workers) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(workers + 2);
        config.setPoolName("bench");
        return new HikariDataSource(config);
    }

    @Override
    public void begin(int count) throws Exception {
        dossiers = inside.copies(like, count);
        done.clear();
    }

    /// All copies stand at the same place, so one tells the token of all.
    @Override
    public void list(String step) {
        token =
                inside
                        .as(
                                Caller.system(),
                                () ->
                                        inside.bean(
                                                        org.springframework.transaction.support
                                                                .TransactionTemplate.class)
                                                .execute(
                                                        _ ->
                                                                inside.bean(TaskStore.class)
                                                                        .of(dossiers.getFirst())))
                        .stream()
                        .filter(task -> task.open() && task.stepId().equals(step))
                        .map(Task::token)
                        .findFirst()
                        .orElseThrow();
        done.putIfAbsent(step, done.size());
    }

    @Override
    public Load.Client worker(String step) {
        var desk = inside.bean(Desk.class);
        int seen = version + java.util.Objects.requireNonNull(done.get(step));
        var at = token;
        var outcome = String.valueOf(Walk.OUTCOMES.get(step));
        return number ->
                inside.run(
                        inside.officer,
                        () ->
                                desk.completeStep(
                                        dossiers.get((int) number), seen, at, outcome, null));
    }

    @Override
    public void close() {
        inside.close();
    }
}
