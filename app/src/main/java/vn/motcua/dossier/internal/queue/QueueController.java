package vn.motcua.dossier.internal.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.print.QrImage;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Role;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;

/// The queue as everybody sees it: taking a ticket, keeping an eye on it, and the screen on the
/// wall.
@Controller
@RequestMapping("/queue")
class QueueController {
    private final Queue queue;
    private final Gate gate;
    private final Arranging arranging;
    private final Agencies agencies;
    private final PublicAddress address;
    private final Asking asking;
    private final Clock clock;

    QueueController(
            Queue queue,
            Gate gate,
            Arranging arranging,
            Agencies agencies,
            PublicAddress address,
            Asking asking,
            Clock clock) {
        this.queue = queue;
        this.gate = gate;
        this.arranging = arranging;
        this.agencies = agencies;
        this.address = address;
        this.asking = asking;
        this.clock = clock;
    }

    @GetMapping("/{agency}")
    String kiosk(@PathVariable String agency, Model model) {
        var there = agency(agency);
        model.addAttribute(
                "it",
                new KioskView(
                        there.code(),
                        there.name(),
                        there.desk(),
                        queue.services(agency).stream()
                                .filter(ArrangeStore.Kind::open)
                                .map(s -> new KioskOption(s.id(), s.name()))
                                .toList(),
                        queue.groups().stream()
                                .map(g -> new KioskOption(g.id(), g.name()))
                                .toList(),
                        queue.waiting(agency),
                        asking.current().is(Role.CITIZEN),
                        gate.closed(there.code())));
        return "dossier/queue/kiosk";
    }

    private Agency agency(String code) {
        return agencies.require(queue.agency(code));
    }

    @PostMapping("/{agency}")
    String take(
            @PathVariable String agency,
            @RequestParam String service,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String dossier,
            HttpServletRequest request) {
        var ticket = queue.take(agency, service, priority, dossier, request.getRemoteAddr());
        return "redirect:/queue/tickets/" + ticket.key();
    }

    @GetMapping("/tickets/{key}")
    String ticket(@PathVariable String key, HttpServletResponse response, Model model) {
        var standing = queue.standing(key);
        var ticket = standing.ticket();
        var there = agencies.require(ticket.agency());
        response.setHeader("Cache-Control", "no-store");
        boolean called =
                ticket.state() == Ticket.State.CALLED || ticket.state() == Ticket.State.SERVING;
        model.addAttribute(
                "it",
                new TicketView(
                        ticket.number(),
                        there.name(),
                        there.code(),
                        service(ticket),
                        group(ticket, queue.groups()),
                        HanoiTime.timeAndDate(ticket.taken()),
                        ticket.state().name(),
                        standing.ahead(),
                        standing.minutes(),
                        called ? ticket.desk() : null,
                        QrImage.dataUri(address.ticket(key))));
        return "dossier/queue/ticket";
    }

    private LocalText service(Ticket ticket) {
        return name(ticket.service(), queue.services(ticket.agency()));
    }

    static LocalText name(String service, List<ArrangeStore.Kind> services) {
        return services.stream()
                .filter(known -> known.id().equals(service))
                .map(ArrangeStore.Kind::name)
                .findFirst()
                .orElse(LocalText.of(service));
    }

    static @Nullable LocalText group(Ticket ticket, List<QueueStore.Group> groups) {
        return Optional.ofNullable(ticket.priority()).stream()
                .flatMap(id -> groups.stream().filter(group -> group.id().equals(id)))
                .map(QueueStore.Group::name)
                .findFirst()
                .orElse(null);
    }

    /// Refreshes by itself, without scripts too; with them only the numbers change.
    @GetMapping("/{agency}/screen")
    String screen(@PathVariable String agency, HttpServletResponse response, Model model) {
        var there = agency(agency);
        var screen = queue.screen(agency);
        response.setHeader("Cache-Control", "no-store");
        var latest =
                screen.called().stream()
                        .map(Ticket::called)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        var names = arranging.names(there.code());
        var calls =
                screen.called().stream()
                        .filter(ticket -> ticket.desk() != null)
                        .map(
                                ticket ->
                                        new ScreenCall(
                                                ticket.number(),
                                                Objects.requireNonNull(ticket.desk()),
                                                names.get(ticket.desk()),
                                                Objects.equals(ticket.called(), latest)))
                        .toList();
        model.addAttribute(
                "it",
                new ScreenView(
                        there.code(),
                        there.name(),
                        calls,
                        screen.waiting(),
                        HanoiTime.time(clock.instant())));
        return "dossier/queue/screen";
    }
}
