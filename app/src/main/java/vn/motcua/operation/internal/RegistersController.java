package vn.motcua.operation.internal;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;
import vn.motcua.register.Trouble;

/// The registers of other agencies, and the button that knocks at one.
@Controller
@RequestMapping("/operator/registers")
class RegistersController {
    private static final String WELL = "WELL";

    private final Registers registers;
    private final Clock clock;

    RegistersController(Registers registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String tried,
            @RequestParam(required = false) @Nullable String result,
            Model model) {
        var view = new RegistersView(clock.instant(), registers.standings(), tried(tried, result));
        model.addAttribute("it", view);
        return "operation/registers";
    }

    /// Only what there is a word for is said.
    private RegistersView.@Nullable Tried tried(@Nullable String id, @Nullable String result) {
        if (id == null || result == null || registers.find(id).isEmpty()) return null;
        if (result.equals(WELL))
            return new RegistersView.Tried(id, "operation-registers.knock.well", true);
        for (var trouble : Trouble.values())
            if (trouble.name().equals(result))
                return new RegistersView.Tried(id, "register.trouble." + trouble, false);
        return null;
    }

    @PostMapping("/{id}/try")
    String knock(@PathVariable String id) {
        var known = registers.find(id).map(Register::id);
        if (known.isEmpty()) return "redirect:/operator/registers";
        var trouble = registers.knock(known.get());
        return "redirect:/operator/registers?tried="
                + known.get()
                + "&result="
                + trouble.map(Trouble::name).orElse(WELL);
    }
}
