package vn.motcua.register.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.register.Asked;
import vn.motcua.register.Register;
import vn.motcua.register.Trouble;

/// Sends questions that are due: takes some in one transaction, speaks to the register outside of
/// any, writes each answer down in one of its own.
@Component
class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int AT_ONCE = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final RegisterFolder folder;
    private final Connections connections;
    private final HttpCaller http;
    private final QueryStore queries;
    private final StandingStore standings;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;

    Sending(
            RegisterFolder folder,
            Connections connections,
            HttpCaller http,
            QueryStore queries,
            StandingStore standings,
            TransactionTemplate transaction,
            Asking asking,
            Clock clock) {
        this.folder = folder;
        this.connections = connections;
        this.http = http;
        this.queries = queries;
        this.standings = standings;
        this.transaction = transaction;
        this.asking = asking;
        this.clock = clock;
    }

    int send(Predicate<Asked> wanted) {
        return asking.as(
                Caller.system(),
                () -> {
                    int sent = 0;
                    for (var register : folder.all()) sent += send(register, wanted);
                    return sent;
                });
    }

    private int send(Register register, Predicate<Asked> wanted) {
        giveUp(register);
        var connection = connections.of(register.id());
        if (connection.isEmpty()) return 0;
        int sent = 0;
        while (true) {
            var batch = borrow(register, wanted);
            if (batch.isEmpty()) return sent;
            sent += batch.size();
            var replies = ask(register, connection.get(), batch);
            for (int i = 0; i < batch.size(); i++) store(register, batch.get(i), replies.get(i));
        }
    }

    private void giveUp(Register register) {
        var before = clock.instant().minus(register.manner().patience());
        transaction.executeWithoutResult(
                _ -> queries.giveUp(register.id(), before, Trouble.UNREACHABLE));
    }

    private List<Asked> borrow(Register register, Predicate<Asked> wanted) {
        var manner = register.manner();
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            var now = clock.instant();
                            var loan = now.plus(manner.connect()).plus(manner.read()).plus(SPARE);
                            var breaker = standings.lock(register.id());
                            int lets = breaker.lets(AT_ONCE, now);
                            if (lets == 0) return List.<Asked>of();
                            var due = queries.borrow(register.id(), lets, now, loan);
                            if (!due.isEmpty() && breaker.resting() != null)
                                standings.probing(register.id(), loan);
                            return still(due, wanted);
                        }));
    }

    /// Nobody's data are asked for whom nobody needs them.
    private List<Asked> still(List<Asked> due, Predicate<Asked> wanted) {
        var still = new ArrayList<Asked>();
        for (var asked : due) {
            if (wanted.test(asked)) still.add(asked);
            else queries.drop(asked.id());
        }
        return still;
    }

    private List<Reply> ask(
            Register register, Connections.Connection connection, List<Asked> batch) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return batch.stream()
                    .map(
                            asked ->
                                    CompletableFuture.supplyAsync(
                                            () -> http.ask(register, connection, asked), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private void store(Register register, Asked asked, Reply reply) {
        transaction.executeWithoutResult(
                _ -> {
                    var now = clock.instant();
                    var breaker = standings.lock(register.id());
                    switch (reply) {
                        case Reply.Found(var answer) -> {
                            queries.answered(
                                    asked.id(), Asked.State.FOUND, answer, register.version(), now);
                            standings.answered(register.id(), now);
                        }
                        case Reply.NotFound() -> {
                            queries.answered(
                                    asked.id(),
                                    Asked.State.NOT_FOUND,
                                    java.util.Map.of(),
                                    register.version(),
                                    now);
                            standings.answered(register.id(), now);
                        }
                        case Reply.Failed(var trouble) ->
                                failed(register, asked, trouble, breaker, now);
                    }
                });
    }

    private void failed(
            Register register, Asked asked, Trouble trouble, Breaker breaker, Instant now) {
        LOG.warn("register {} did not answer {}: {}", register.id(), asked.id(), trouble);
        var manner = register.manner();
        boolean more = trouble.passing() && asked.tries() < manner.tries();
        queries.failed(asked.id(), trouble, more ? now.plus(pause(asked.tries())) : null);
        standings.failed(register.id(), trouble, breaker.failed(manner, now), now);
    }

    /// Half a minute, one, two, four … a quarter of an hour.
    static Duration pause(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1L, 0, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
