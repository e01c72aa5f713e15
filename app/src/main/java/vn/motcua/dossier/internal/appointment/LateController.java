package vn.motcua.dossier.internal.appointment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LateController {
    private final LateReader reader;

    LateController(LateReader reader) {
        this.reader = reader;
    }

    @GetMapping("/desk/late")
    String show(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("it", reader.read(after));
        return "dossier/desk/late";
    }
}
