package vn.motcua.register.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Ids;
import vn.motcua.register.Asked;
import vn.motcua.register.Question;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;
import vn.motcua.register.Standing;
import vn.motcua.register.Trouble;

/// Registers of the folder, questions in the database.
@Service
class KeptRegisters implements Registers {
    private final RegisterFolder folder;
    private final Connections connections;
    private final HttpCaller http;
    private final QueryStore queries;
    private final StandingStore standings;
    private final Sending sending;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;

    KeptRegisters(
            RegisterFolder folder,
            Connections connections,
            HttpCaller http,
            QueryStore queries,
            StandingStore standings,
            Sending sending,
            TransactionTemplate transaction,
            Asking asking,
            Clock clock) {
        this.folder = folder;
        this.connections = connections;
        this.http = http;
        this.queries = queries;
        this.standings = standings;
        this.sending = sending;
        this.transaction = transaction;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public List<Register> all() {
        return folder.all();
    }

    @Override
    public Optional<Register> find(String register) {
        return folder.find(register);
    }

    @Override
    public boolean connected(String register) {
        return connections.of(register).isPresent();
    }

    @Override
    public Asked ask(Question question, @Nullable Trouble trouble) {
        var now = clock.instant();
        var asked =
                new Asked(
                        Ids.next(clock),
                        question,
                        folder.find(question.register()).map(Register::version).orElse(0),
                        trouble == null ? Asked.State.WAITING : Asked.State.FAILED,
                        trouble,
                        0,
                        now,
                        null,
                        Map.of(),
                        null,
                        null);
        asking.run(Caller.system(), () -> queries.insert(asked));
        return asked;
    }

    @Override
    public List<Asked> of(UUID subject) {
        return queries.of(subject);
    }

    @Override
    public List<Asked> unsettled(@Nullable UUID after, int most) {
        return queries.unsettled(after, most);
    }

    @Override
    public Optional<Asked> lock(UUID id) {
        return asking.as(Caller.system(), () -> queries.lock(id));
    }

    @Override
    public void settled(UUID id) {
        asking.run(Caller.system(), () -> queries.settled(id, clock.instant()));
    }

    @Override
    public void drop(UUID id) {
        asking.run(Caller.system(), () -> queries.drop(id));
    }

    @Override
    public void again(UUID id, UUID by) {
        asking.run(Caller.system(), () -> queries.again(id, by, clock.instant()));
    }

    @Override
    public int send(Predicate<Asked> wanted) {
        return sending.send(wanted);
    }

    @Override
    public List<Standing> standings() {
        var rows = asking.as(Caller.system(), () -> transaction.execute(_ -> standings.all()));
        return folder.all().stream()
                .map(
                        register -> {
                            var row =
                                    rows == null
                                            ? StandingStore.Row.NEW
                                            : rows.getOrDefault(
                                                    register.id(), StandingStore.Row.NEW);
                            return new Standing(
                                    register,
                                    connections
                                            .of(register.id())
                                            .map(to -> to.url().getAuthority())
                                            .orElse(null),
                                    row.answered(),
                                    row.failed(),
                                    row.trouble(),
                                    row.breaker().failures(),
                                    row.breaker().resting(),
                                    row.waiting(),
                                    row.oldest(),
                                    row.given());
                        })
                .toList();
    }

    @Override
    public Optional<Trouble> knock(String id) {
        var register = folder.find(id);
        var connection = connections.of(id);
        if (register.isEmpty() || connection.isEmpty()) return Optional.of(Trouble.NOT_CONNECTED);
        var trouble = http.knock(register.get(), connection.get());
        asking.run(
                Caller.system(),
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    var now = clock.instant();
                                    var breaker = standings.lock(id);
                                    if (trouble.isPresent()) {
                                        var after = breaker.failed(register.get().manner(), now);
                                        standings.failed(id, trouble.get(), after, now);
                                    } else {
                                        standings.answered(id, now);
                                        queries.hurry(id, now);
                                    }
                                }));
        return trouble;
    }
}
