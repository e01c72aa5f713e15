package vn.motcua.operation.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.operation.internal.OperatorView.Tried;

/// The operator's page and its few buttons.
@Controller
@RequestMapping("/operator")
class OperatorController {
    private final OperatorDesk desk;
    private final Retrying retrying;
    private final Recount recount;

    OperatorController(OperatorDesk desk, Retrying retrying, Recount recount) {
        this.desk = desk;
        this.retrying = retrying;
        this.recount = recount;
    }

    @GetMapping
    String health(
            @RequestParam(required = false) @Nullable Integer tried,
            @RequestParam(defaultValue = "0") int through,
            @RequestParam(defaultValue = "0") int left,
            Model model) {
        model.addAttribute("it", desk.view(tried == null ? null : new Tried(tried, through, left)));
        return "operation/operator";
    }

    @PostMapping("/retry")
    String retry(@RequestParam String consumer, @RequestParam UUID subject) {
        return told(retrying.one(consumer, subject));
    }

    @PostMapping("/retry-all")
    String retryAll() {
        return told(retrying.all());
    }

    @PostMapping("/recount")
    String recount() {
        recount.begin();
        return "redirect:/operator#figures";
    }

    private static String told(Tried tried) {
        return "redirect:/operator?tried=%d&through=%d&left=%d#aside"
                .formatted(tried.entries(), tried.through(), tried.left());
    }
}
