package vn.motcua.dossier.internal.desk;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class RegisterController {
    private final Register register;
    private final PrintedRegister printed;

    RegisterController(Register register, PrintedRegister printed) {
        this.register = register;
        this.printed = printed;
    }

    @GetMapping("/desk/register")
    String show(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale,
            Model model) {
        model.addAttribute("it", register.view(month, before, locale));
        return "dossier/desk/register";
    }

    @GetMapping("/desk/register/pdf")
    ResponseEntity<byte[]> print(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "1") int part) {
        return DeskDossierController.pdf(
                "so-theo-doi-" + register.month(month) + "-" + part, printed.print(month, part));
    }
}
