package vn.motcua.dossier.internal.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;

/// The queue from behind the counter, and how long people wait.
@Controller
@RequestMapping("/desk/queue")
class HallController {
    private final Queue queue;
    private final Asking asking;
    private final MessageSource messages;

    HallController(Queue queue, Asking asking, MessageSource messages) {
        this.queue = queue;
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "0") int desk, Model model) {
        model.addAttribute("it", view(desk, null));
        return "dossier/queue/hall";
    }

    private HallView view(int desk, @Nullable String trouble) {
        var hall = queue.hall();
        var inHand = hall.inHand().orElse(null);
        int chosen = inHand != null && inHand.desk() != null ? inHand.desk() : desk;
        return new HallView(
                chosen,
                hall.desks().stream()
                        .map(known -> new HallView.Desk(known.number(), known.name()))
                        .toList(),
                inHand == null ? null : inHand(inHand, hall),
                lines(hall.waiting(), hall),
                hall.waitingInAll(),
                lines(hall.skipped(), hall),
                Objects.requireNonNullElse(asking.current().agency(), ""),
                trouble);
    }

    private static InHandView inHand(Ticket ticket, Queue.Hall hall) {
        return new InHandView(
                ticket.id(),
                ticket.number(),
                QueueController.name(ticket.service(), hall.services()),
                QueueController.group(ticket, hall.groups()),
                ticket.state() == Ticket.State.SERVING,
                ticket.calls(),
                ticket.dossierCode(),
                ticket.account() != null);
    }

    private static List<WaitingLine> lines(List<Ticket> tickets, Queue.Hall hall) {
        return tickets.stream()
                .map(
                        ticket ->
                                new WaitingLine(
                                        ticket.id(),
                                        ticket.number(),
                                        QueueController.name(ticket.service(), hall.services()),
                                        QueueController.group(ticket, hall.groups()),
                                        HanoiTime.time(ticket.taken())))
                .toList();
    }

    /// One button of the page.
    @PostMapping
    String act(
            @RequestParam String act,
            @RequestParam(defaultValue = "0") int desk,
            @RequestParam(required = false) @Nullable UUID ticket,
            @RequestParam(defaultValue = "0") int to,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var nobody = new UUID(0, 0);
        var id = ticket == null ? nobody : ticket;
        try {
            switch (act) {
                case "next" -> queue.callNext(desk);
                case "again" -> queue.callAgain(id);
                case "serve" -> queue.serve(id);
                case "done" -> queue.done(id);
                case "skip" -> queue.skip(id);
                case "back" -> queue.bringBack(id, desk);
                case "pass" -> queue.pass(id, to);
                default -> throw new ProblemException(QueueProblem.NOT_FOUND);
            }
            return "redirect:/desk/queue?desk=" + desk;
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof QueueProblem)) throw refused;
            response.setStatus(refused.problem().status());
            model.addAttribute("it", view(desk, detail(refused, locale)));
            return "dossier/queue/hall";
        }
    }

    private String detail(ProblemException refused, Locale locale) {
        return messages.getMessage(
                "problem." + refused.problem().code() + ".detail",
                refused.arguments().toArray(),
                locale);
    }

    @GetMapping("/figures")
    String figures(@RequestParam(defaultValue = "1") int days, Model model) {
        int most = Math.clamp(days, 1, 31);
        var services = queue.services(Objects.requireNonNullElse(asking.current().agency(), ""));
        var figures =
                queue.figures(most).stream()
                        .map(
                                figure ->
                                        new QueueFigure(
                                                QueueController.name(figure.service(), services),
                                                figure.served(),
                                                figure.skipped(),
                                                figure.waiting(),
                                                minutes(figure.meanWait()),
                                                minutes(figure.longestWait()),
                                                minutes(figure.meanServing())))
                        .toList();
        model.addAttribute("it", new QueueFigures(most, figures));
        return "dossier/queue/figures";
    }

    private static @Nullable Long minutes(@Nullable Double minutes) {
        return minutes == null ? null : Math.round(minutes);
    }
}
