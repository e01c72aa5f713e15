package vn.motcua.web.internal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that say what the platform is and how it looks.
@Controller
class HelpController {
    @GetMapping("/help")
    String help() {
        return "web/help";
    }

    /// The gallery: each component once, as it stands in real pages.
    @GetMapping("/components")
    String components() {
        return "web/components";
    }
}
