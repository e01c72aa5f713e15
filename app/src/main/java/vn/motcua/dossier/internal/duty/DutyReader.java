package vn.motcua.dossier.internal.duty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Money;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Lays out what has to be paid, for officers and for the person.
@Component
public class DutyReader implements DeskPart<DutyView> {
    private final Duties duties;
    private final Bills bills;
    private final PayNotices notices;
    private final Clock clock;
    private final DossierStore dossiers;
    private final Rules rules;
    private final Permissions permissions;
    private final Asking asking;

    DutyReader(
            Duties duties,
            Bills bills,
            PayNotices notices,
            Clock clock,
            DossierStore dossiers,
            Rules rules,
            Permissions permissions,
            Asking asking) {
        this.duties = duties;
        this.bills = bills;
        this.notices = notices;
        this.clock = clock;
        this.dossiers = dossiers;
        this.rules = rules;
        this.permissions = permissions;
        this.asking = asking;
    }

    @Override
    public Class<DutyView> type() {
        return DutyView.class;
    }

    @Override
    public @Nullable DutyView of(Opened opened) {
        var view = view(opened.dossier(), opened.posts(), Map.of(), Map.of());
        return view.duties().isEmpty() ? null : view;
    }

    @Transactional(readOnly = true)
    DutyView page(UUID id, Map<String, String> typed, Map<String, String> errors, long amount) {
        var dossier = dossiers.require(id);
        var posts = permissions.posts(asking.current());
        var view = view(dossier, posts, typed, errors);
        if (!view.mayAsk() || !errors.isEmpty() || amount < 1) return view;
        return view.with(letter(dossier, amount, typed.getOrDefault("ground", "").strip()));
    }

    private DutyView.@Nullable Letter letter(Dossier dossier, long amount, String ground) {
        var body = foreseen(dossier, amount, ground);
        if (body == null) return null;
        return new DutyView.Letter(
                body.amount().formatted(),
                body.inWords(),
                HanoiTime.date(body.payBy()),
                body.reference(),
                body.account() == null
                        ? null
                        : body.account() + ", " + body.holder() + ", " + body.bank(),
                "/desk/dossiers/"
                        + dossier.id()
                        + "/duty/notice?amount="
                        + amount
                        + "&ground="
                        + URLEncoder.encode(ground, StandardCharsets.UTF_8),
                DutyReader.seen(amount, ground));
    }

    private SlipBody.@Nullable Payment foreseen(Dossier dossier, long amount, String ground) {
        var now = clock.instant();
        return duties.current(dossier)
                .filter(duty -> duty.asked() == null)
                .map(duty -> bills.foreseen(dossier, duty, amount, ground, now))
                .orElse(null);
    }

    /// Says which letter was read.
    static String seen(long amount, String ground) {
        return Long.toHexString(amount) + "-" + Integer.toHexString(ground.strip().hashCode());
    }

    /// The letter as a file, marked as a draft.
    @Transactional(readOnly = true)
    byte[] draft(UUID id, long amount, String ground) {
        var dossier = dossiers.require(id);
        var by = asking.current();
        var posts = permissions.posts(by);
        var body = amount > 0 && posts.actsOn(dossier) ? foreseen(dossier, amount, ground) : null;
        if (body == null) throw new ProblemException(DossierProblem.NOT_FOUND);
        return notices.draft(dossier, body, by, clock.instant());
    }

    private DutyView view(
            Dossier dossier, Posts posts, Map<String, String> typed, Map<String, String> errors) {
        var current = duties.current(dossier);
        boolean here = posts.actsOn(dossier) && !dossier.state().isFinal();
        return new DutyView(
                dossier.id(),
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.people().ownerName(),
                dossier.version(),
                lines(dossier),
                here
                        && current.filter(duty -> duty.asked() == null).isPresent()
                        && posts.holds(
                                PositionKind.CASE_OFFICER,
                                PositionKind.RECEPTIONIST,
                                PositionKind.APPROVER),
                here
                        && current.filter(duty -> duty.asked() != null).isPresent()
                        && posts.holds(PositionKind.RECEPTIONIST),
                typed,
                errors,
                null);
    }

    /// What is told of the duties of a dossier; must run in a transaction of somebody who may see
    /// it.
    public List<DutyView.Line> lines(Dossier dossier) {
        return duties.of(dossier.id()).stream()
                .map(duty -> line(duty, duties.waits(dossier, duty)))
                .toList();
    }

    /// What no step waits for any more need not be paid.
    private static DutyView.Line line(Duty duty, boolean waits) {
        var receipt = duty.receipt();
        return new DutyView.Line(
                duty.number(),
                duty.lines().stream()
                        .map(
                                fee ->
                                        new DutyView.Fee(
                                                fee.name(),
                                                fee.amount() == null ? null : money(fee.amount())))
                        .toList(),
                duty.amount() == null ? null : money(duty.amount()),
                duty.ground(),
                waits || duty.receipt() != null ? duty.standing() : Duty.Standing.DROPPED,
                duty.payBy() == null ? null : HanoiTime.date(Objects.requireNonNull(duty.payBy())),
                receipt == null ? null : receipt.number() + ", " + HanoiTime.date(receipt.date()),
                duty.startsClock(),
                duty.notice());
    }

    private static String money(long amount) {
        return new Money(amount).formatted();
    }
}
