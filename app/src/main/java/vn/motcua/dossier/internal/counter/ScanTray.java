package vn.motcua.dossier.internal.counter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// Where the photos of a paper lie until they are one file. Each officer has their own.
@Service
public class ScanTray {
    public static final int MOST_PAGES = 20;

    /// The vault takes files up to ten megabytes.
    private static final long LARGEST = 9_900_000;

    private final ScanStore store;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;

    /// Joining holds a paper's pages in memory for a moment.
    private final Semaphore atOnce = new Semaphore(2);

    ScanTray(
            ScanStore store,
            Vault vault,
            TransactionTemplate transaction,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
        this.asking = asking;
        this.clock = clock;
    }

    /// @param turn degrees clockwise
    public record Page(UUID id, StoredFile file, int turn) {
        public boolean picture() {
            return file.mediaType().startsWith("image/");
        }
    }

    /// Pages of a paper being put together, in order.
    public List<Page> pages(UUID subject, String slot) {
        var rows = reading(() -> store.pages(subject, slot));
        var files = vault.findAll(rows.stream().map(ScanStore.PageRow::file).toList());
        return rows.stream()
                .filter(row -> files.containsKey(row.file()))
                .map(
                        row ->
                                new Page(
                                        row.id(),
                                        Objects.requireNonNull(files.get(row.file())),
                                        row.turn()))
                .toList();
    }

    /// Files of papers that are finished, by slot.
    public Map<String, List<UUID>> papers(UUID subject) {
        var papers = new LinkedHashMap<String, List<UUID>>();
        for (var row : reading(() -> store.papers(subject)))
            papers.computeIfAbsent(row.slot(), _ -> new java.util.ArrayList<>()).add(row.file());
        return papers;
    }

    /// Keeps one more photo or PDF as the last page.
    ///
    /// @throws ProblemException of the vault when the file cannot be taken, and
    ///     `dossier.counter-too-many-pages`
    public void add(UUID subject, String slot, InputStream in, String name) {
        if (reading(() -> store.pages(subject, slot)).size() >= MOST_PAGES)
            throw new ProblemException(CounterProblem.TOO_MANY_PAGES, MOST_PAGES);
        var file = vault.store(in, name, FilePurpose.COMPONENT, account());
        if (!file.mediaType().startsWith("image/") && !file.mediaType().equals("application/pdf")) {
            vault.discard(file.id());
            throw new ProblemException(CounterProblem.PAGE_KIND);
        }
        transaction.executeWithoutResult(
                _ ->
                        store.add(
                                Ids.next(clock),
                                subject,
                                slot,
                                owner(),
                                file.id(),
                                clock.instant()));
    }

    public void move(UUID subject, String slot, UUID page, boolean up) {
        transaction.executeWithoutResult(_ -> store.move(subject, slot, page, up));
    }

    public void turn(UUID subject, String slot, UUID page) {
        transaction.executeWithoutResult(_ -> store.turn(subject, slot, page));
    }

    public void remove(UUID subject, String slot, UUID page) {
        Optional<UUID> file =
                Objects.requireNonNull(transaction.execute(_ -> store.remove(subject, slot, page)));
        file.ifPresent(vault::discard);
    }

    /// Takes a finished paper away again, before it is handed in.
    public void removePaper(UUID subject, UUID file) {
        transaction.executeWithoutResult(_ -> store.removePaper(subject, file));
    }

    /// Makes one file of the pages.
    ///
    /// @param name of the paper
    /// @param person whose paper it is; null when they have no account
    public StoredFile finish(UUID subject, String slot, String name, @Nullable UUID person) {
        var pages = pages(subject, slot);
        if (pages.isEmpty()) throw new ProblemException(CounterProblem.NO_PAGES);
        var content = joined(pages, name);
        var file =
                vault.store(
                        new ByteArrayInputStream(content),
                        name.replace('/', '-') + ".pdf",
                        FilePurpose.COMPONENT,
                        person);
        transaction.executeWithoutResult(
                _ -> {
                    store.addPaper(
                            subject, slot, owner(), file.id(), pages.size(), clock.instant());
                    pages.forEach(page -> store.remove(subject, slot, page.id()));
                });
        pages.forEach(page -> vault.discard(page.file().id()));
        return file;
    }

    private byte[] joined(List<Page> pages, String name) {
        atOnce.acquireUninterruptibly();
        try {
            var sheets =
                    pages.stream()
                            .map(
                                    page ->
                                            new PageJoiner.Sheet(
                                                    read(page),
                                                    page.file().mediaType(),
                                                    page.turn()))
                            .toList();
            var content = PageJoiner.join(sheets, name, clock.instant(), LARGEST);
            if (content.length > LARGEST)
                throw new ProblemException(CounterProblem.PAPER_TOO_LARGE);
            return content;
        } finally {
            atOnce.release();
        }
    }

    /// A small picture of a photographed page.
    byte[] preview(Page page) {
        atOnce.acquireUninterruptibly();
        try {
            return PageJoiner.preview(read(page));
        } finally {
            atOnce.release();
        }
    }

    private byte[] read(Page page) {
        try (var in = vault.open(page.file().id())) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What is handed in lies here no more.
    public void forget(UUID subject) {
        transaction.executeWithoutResult(_ -> store.forget(subject));
    }

    private <T> T reading(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private ScanStore.Owner owner() {
        return new ScanStore.Owner(account(), Objects.requireNonNull(asking.current().agency()));
    }

    private UUID account() {
        return Objects.requireNonNull(asking.current().account());
    }
}
