package vn.motcua.dossier.internal.counter;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.queue.TicketAtCounter;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.OwnTransaction;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Position;

/// Hands results over: whoever comes shows who they are, originals are compared where copies had
/// been filed, and a signature or a code proves it [one-stop-decree]. The record and the end of
/// the step are one act.
@Service
public class HandOut {
    /// Where the scan of the signed receipt lies in the tray.
    static final String SHEET = "sheet";

    private final JdbcClient jdbc;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Desk desk;
    private final PickupCodes codes;
    private final ScanTray tray;
    private final TicketAtCounter queue;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Permissions permissions;
    private final OwnTransaction own;
    private final Clock clock;

    HandOut(
            JdbcClient jdbc,
            DossierStore dossiers,
            TaskStore tasks,
            Desk desk,
            PickupCodes codes,
            ScanTray tray,
            TicketAtCounter queue,
            Vault vault,
            Journal journal,
            Asking asking,
            Permissions permissions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.desk = desk;
        this.codes = codes;
        this.tray = tray;
        this.queue = queue;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.permissions = permissions;
        this.own = new OwnTransaction(transactions);
        this.clock = clock;
    }

    enum Receiver {
        OWNER,
        MANDATED
    }

    enum Proof {
        SIGNATURE,
        CODE,
        SHEET
    }

    /// What is typed at the counter, complete and checked for form.
    ///
    /// @param mandate number and date of the mandate, or the relation; null for the owner
    /// @param proof what proves it
    /// @param given the drawn signature or the typed code; empty for a signed sheet
    record Given(
            int version,
            String token,
            String outcome,
            Receiver receiver,
            String receiverName,
            @Nullable String mandate,
            Proof proof,
            String given,
            boolean originals) {}

    /// A result that was handed over.
    ///
    /// @param proofFile signature or signed sheet; null where a code proved it
    /// @param codeWay `ACCOUNT` or `PAPER`; null without a code, or when it was not written down
    public record Handed(
            Instant at,
            String givenName,
            String receiver,
            String receiverName,
            @Nullable String mandate,
            String proof,
            @Nullable UUID proofFile,
            String originals,
            @Nullable String codeWay) {}

    /// Whether this step of a dossier is the handing over of its result at a counter.
    public static boolean applies(Dossier dossier, List<Task> work, String token) {
        return step(dossier, work, token).isPresent();
    }

    private static Optional<Task> step(Dossier dossier, List<Task> work, String token) {
        if (dossier.state() != DossierState.COMPLETED) return Optional.empty();
        if (dossier.returnWay() == ReturnWay.ELECTRONIC) return Optional.empty();
        return work.stream()
                .filter(
                        task ->
                                task.open()
                                        && task.kind() == Task.Kind.STEP
                                        && task.token().equals(token)
                                        && task.position() == Position.RECEPTIONIST)
                .findFirst();
    }

    @Transactional(readOnly = true)
    public boolean applies(UUID id, String token) {
        return dossiers.find(id)
                .filter(dossier -> applies(dossier, tasks.of(id), token))
                .isPresent();
    }

    /// Papers filed as copies or pictures whose originals nobody has compared yet.
    static List<Paper> uncompared(Dossier dossier) {
        return dossier.papers().stream()
                .filter(
                        paper ->
                                paper.form() == Paper.Form.COPY
                                        || (paper.form() == Paper.Form.ELECTRONIC
                                                && !paper.files().isEmpty()))
                .filter(paper -> paper.check() == null || !paper.check().original())
                .toList();
    }

    /// @throws ProblemException when the code is wrong, the signature empty, or the act refused
    public void handOver(UUID id, Given given) {
        own.orRefused(() -> tryToHandOver(id, given));
    }

    /// @return why not, when a code was tried in vain
    private Optional<ProblemException> tryToHandOver(UUID id, Given given) {
        var dossier = dossiers.require(id);
        var step =
                step(dossier, tasks.of(id), given.token())
                        .orElseThrow(() -> new ProblemException(CounterProblem.NOT_READY));
        if (!permissions.posts(asking.current()).mayDo(step))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        PickupCodes.@Nullable Used code = null;
        if (given.proof() == Proof.CODE) {
            var tried = codes.use(id, given.given());
            if (tried.used() == null) return Optional.ofNullable(tried.refusal());
            code = tried.used();
        }
        desk.completeStep(id, given.version(), given.token(), given.outcome(), null);
        handedOver(dossier, given, code);
        return Optional.empty();
    }

    private void handedOver(Dossier dossier, Given given, PickupCodes.@Nullable Used code) {
        var id = dossier.id();
        var file =
                switch (given.proof()) {
                    case CODE -> null;
                    case SIGNATURE -> signature(dossier, given.given());
                    case SHEET ->
                            tray.papers(id).getOrDefault(SHEET, List.of()).stream()
                                    .reduce((first, second) -> second)
                                    .orElseThrow(
                                            () -> new ProblemException(CounterProblem.NO_PAGES));
                };
        if (file != null) vault.share(List.of(file), dossier.agency());
        write(dossier, given, file, code);
        queue.came(id);
        tray.forget(id);
    }

    private UUID signature(Dossier dossier, String sent) {
        var picture =
                Signature.read(sent)
                        .orElseThrow(
                                () -> new ProblemException(CounterProblem.SIGNATURE_UNREADABLE));
        return vault.store(
                        new ByteArrayInputStream(picture),
                        "Chữ ký nhận " + dossier.code() + ".png",
                        FilePurpose.WORKING_PAPER,
                        dossier.people().filer())
                .id();
    }

    private void write(
            Dossier dossier, Given given, @Nullable UUID file, PickupCodes.@Nullable Used code) {
        var by = asking.current();
        var now = clock.instant();
        var originals = uncompared(dossier).isEmpty() ? "NOT_NEEDED" : "COMPARED";
        jdbc.sql(
                        """
                        insert into dossier.hand_over (id, dossier_id, agency, at, given_by, given_name, receiver,
                               receiver_name, mandate, proof, proof_file, originals, code_way,
                               code_by)
                        values (:id, :dossier, :agency, :at, :by, :byName, :receiver, :receiverName, :mandate, :proof,
                                :file, :originals, :way, :codeBy)
                        """)
                .param("id", Ids.next(clock))
                .param("dossier", dossier.id())
                .param("agency", dossier.agency())
                .param("at", Timestamp.from(now))
                .param("by", Objects.requireNonNull(by.account()))
                .param("byName", by.name())
                .param("receiver", given.receiver().name())
                .param("receiverName", given.receiverName())
                .param("mandate", given.mandate())
                .param("proof", given.proof().name())
                .param("file", file)
                .param("originals", originals)
                .param("way", code == null ? null : code.way())
                .param("codeBy", code == null ? null : code.by())
                .update();
        journal.append(
                Facts.of(
                        "handed-over",
                        dossiers.require(dossier.id()),
                        by,
                        now,
                        Map.of(
                                "receiver",
                                given.receiver().name(),
                                "proof",
                                given.proof().name(),
                                "codeFrom",
                                code == null ? "" : code.way(),
                                "originals",
                                originals)));
    }

    /// How the result was handed over; must run in a transaction of somebody who sees the dossier.
    public List<Handed> of(UUID dossier) {
        return jdbc.sql("select * from dossier.hand_over where dossier_id = :id order by at")
                .param("id", dossier)
                .query(
                        (row, _) ->
                                new Handed(
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("given_name"),
                                        row.getString("receiver"),
                                        row.getString("receiver_name"),
                                        row.getString("mandate"),
                                        row.getString("proof"),
                                        row.getObject("proof_file", UUID.class),
                                        row.getString("originals"),
                                        row.getString("code_way")))
                .list();
    }
}
