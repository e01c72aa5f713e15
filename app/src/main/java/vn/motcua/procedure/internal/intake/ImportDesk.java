package vn.motcua.procedure.internal.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.Slice;
import vn.motcua.procedure.ProcedureProblem;
import vn.motcua.procedure.internal.intake.ImportStore.Before;
import vn.motcua.procedure.internal.intake.ImportStore.Import;
import vn.motcua.procedure.internal.intake.ImportStore.Row;
import vn.motcua.procedure.internal.intake.ImportStore.State;
import vn.motcua.procedure.internal.intake.ImportStore.Verdict;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.records.PublishedJson;

/// Takes files of published procedures in: preview, then all at once or not at all; and takes
/// them out again as long as nothing was built on them.
@Service
class ImportDesk {
    private static final int BATCH = 500;
    private static final int PAGE = 50;

    private final ImportStore store;
    private final ImportBook book;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final OneAtATime reading;
    private final TransactionTemplate together;

    ImportDesk(
            ImportStore store,
            ImportBook book,
            Journal journal,
            Asking asking,
            Clock clock,
            OneAtATime reading,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.book = book;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.reading = reading;
        this.together = new TransactionTemplate(transactions);
    }

    /// Reads the file and keeps what it would change; the book stays as it is. A large file takes
    /// long to read, so no connection is held until there is something to keep.
    public UUID preview(byte[] bytes, String fileName) throws FileRefused {
        return reading.read(
                () -> {
                    var read = FileReader.read(bytes);
                    var now = clock.instant();
                    var rows = rows(read, HanoiTime.dateOf(now));
                    var sent = new Sent(fileName, sha256(bytes), read, rows, now);
                    return Objects.requireNonNull(together.execute(_ -> keep(sent)));
                });
    }

    private record Sent(
            String file, String sha256, FileReader.Read read, List<Row> rows, Instant at) {}

    private UUID keep(Sent sent) {
        var id = Ids.next(clock);
        var now = sent.at();
        var fileName = sent.file();
        var read = sent.read();
        var rows = sent.rows();
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var row : rows) counts.merge(row.verdict(), 1, Integer::sum);
        var caller = asking.current();
        if (caller.account() != null) {
            for (var old : store.openPreviews(caller.account())) dropIfOpen(old, now);
        }
        store.add(
                new Import(
                        id,
                        fileName.length() > 200 ? fileName.substring(0, 200) : fileName,
                        read.format().name(),
                        sent.sha256(),
                        State.PREVIEW,
                        now,
                        null,
                        counts.getOrDefault(Verdict.NEW, 0),
                        counts.getOrDefault(Verdict.CHANGED, 0),
                        counts.getOrDefault(Verdict.SAME, 0),
                        counts.getOrDefault(Verdict.FAULTY, 0),
                        read.reading().remarks()),
                caller.account(),
                caller.agency());
        for (int at = 0; at < rows.size(); at += BATCH) {
            store.addRows(id, rows.subList(at, Math.min(at + BATCH, rows.size())));
        }
        return id;
    }

    private List<Row> rows(FileReader.Read read, LocalDate today) {
        var items = read.reading().items();
        boolean json = read.format() == FileReader.Format.JSON;
        List<Row> rows = new ArrayList<>(items.size());
        for (int at = 0; at < items.size(); at += BATCH) {
            var some = items.subList(at, Math.min(at + BATCH, items.size()));
            var before = store.latest(some.stream().map(Reading.Item::code).distinct().toList());
            for (var item : some) rows.add(row(item, before, today, json));
        }
        return rows;
    }

    private static Row row(
            Reading.Item item, Map<String, Before> known, LocalDate today, boolean json) {
        var record = item.record();
        if (record == null) {
            return new Row(
                    item.line(),
                    item.code(),
                    "",
                    item.title(),
                    Verdict.FAULTY,
                    null,
                    null,
                    null,
                    null,
                    item.notes());
        }
        var before = known.get(record.code() + "|" + record.scope());
        // A key that is absent from JSON says nothing.
        var told = json ? Set.<String>of() : item.told();
        var joined = Merging.joined(before == null ? null : before.content(), record, told);
        var content = PublishedJson.write(joined);
        var hash = PublishedJson.hash(content);
        var verdict =
                before == null
                        ? Verdict.NEW
                        : before.hash().equals(hash) ? Verdict.SAME : Verdict.CHANGED;
        List<Note> notes = new ArrayList<>();
        if (before != null && verdict == Verdict.CHANGED) {
            notes.addAll(Merging.changes(item.line(), before.content(), joined));
        }
        notes.addAll(item.notes());
        var from = Merging.validFrom(joined, before == null ? null : before.validFrom(), today);
        return new Row(
                item.line(),
                record.code(),
                record.scope(),
                joined.nameOrCode(),
                verdict,
                content,
                hash,
                from,
                before == null ? null : before.id(),
                notes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Writes everything the preview showed, but what is faulty.
    @Transactional
    public int apply(UUID id) {
        book.lock();
        var one = locked(id, State.PREVIEW);
        book.changedSince(id)
                .ifPresent(
                        code -> {
                            throw new ProblemException(ProcedureProblem.IMPORT_STALE, code);
                        });
        var now = clock.instant();
        int written = book.write(id, now);
        decide(id, State.PREVIEW, State.APPLIED, now);
        store.forgetRows(id);
        journal(one, "catalogue.imported", written, now);
        return written;
    }

    @Transactional
    public void drop(UUID id) {
        var _ = locked(id, State.PREVIEW);
        dropIfOpen(id, clock.instant());
    }

    private void dropIfOpen(UUID id, Instant now) {
        if (store.decide(id, State.PREVIEW, State.DROPPED, now)) store.forgetRows(id);
    }

    private void decide(UUID id, State expected, State state, Instant now) {
        if (!store.decide(id, expected, state, now)) {
            throw new ProblemException(ProcedureProblem.IMPORT_DECIDED);
        }
    }

    /// Withdraws every version the import brought.
    @Transactional
    public int undo(UUID id) {
        book.lock();
        var one = locked(id, State.APPLIED);
        book.builtOn(id)
                .ifPresent(
                        code -> {
                            throw new ProblemException(ProcedureProblem.IMPORT_BUILT_ON, code);
                        });
        var now = clock.instant();
        int withdrawn = book.withdraw(id, now);
        decide(id, State.APPLIED, State.UNDONE, now);
        journal(one, "catalogue.import-undone", withdrawn, now);
        return withdrawn;
    }

    private Import locked(UUID id, State wanted) {
        var one =
                store.locked(id)
                        .orElseThrow(() -> new ProblemException(ProcedureProblem.IMPORT_UNKNOWN));
        if (one.state() != wanted) throw new ProblemException(ProcedureProblem.IMPORT_DECIDED);
        return one;
    }

    private void journal(Import one, String kind, int records, Instant now) {
        var caller = asking.current();
        var actor =
                caller.account() == null
                        ? Actor.system()
                        : new Actor(
                                caller.role().name().toLowerCase(Locale.ROOT),
                                caller.account(),
                                caller.agency());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("format", one.format());
        data.put("sha256", one.sha256());
        data.put("records", records);
        journal.append(
                new Entry(kind, "record-import", one.id(), caller.agency(), actor, now, data));
    }

    @Transactional(readOnly = true)
    public Slice<Import> imports(@Nullable UUID after) {
        var some = store.page(after, PAGE + 1);
        boolean more = some.size() > PAGE;
        var shown = more ? some.subList(0, PAGE) : some;
        return new Slice<>(shown, more ? shown.getLast().id().toString() : null);
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Slice<Row> rows(UUID id, Verdict verdict, int after) {
        var some = store.rows(id, verdict, after, PAGE + 1);
        boolean more = some.size() > PAGE;
        var shown = more ? some.subList(0, PAGE) : some;
        return new Slice<>(shown, more ? String.valueOf(shown.getLast().number()) : null);
    }
}
