package vn.motcua.dossier.internal.counter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whose word is still missing for what was read back at the counter.
@Controller
class ReadBacksController {
    private final ReadBacks readBacks;

    ReadBacksController(ReadBacks readBacks) {
        this.readBacks = readBacks;
    }

    @GetMapping("/desk/read-backs")
    String show(@RequestParam(required = false) @Nullable UUID before, Model model) {
        model.addAttribute("it", readBacks.mine(before));
        return "dossier/counter/read-backs";
    }
}
