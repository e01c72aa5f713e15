package vn.motcua.dossier.internal.counter;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whose word is still missing for what was read back at the counter.
@Controller
class ReadBacksController {
    private final ReadBacks readBacks;

    ReadBacksController(ReadBacks readBacks) {
        this.readBacks = readBacks;
    }

    @GetMapping("/desk/read-backs")
    String show(Model model) {
        model.addAttribute("it", readBacks.mine());
        return "dossier/counter/read-backs";
    }
}
