package vn.motcua.dossier.internal.query;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The button that has a register asked once more.
@Controller
@RequestMapping("/desk/dossiers/{id}/queries")
class QueryController {
    private final QueryAgain again;

    QueryController(QueryAgain again) {
        this.again = again;
    }

    @PostMapping("/{query}/again")
    String again(@PathVariable UUID id, @PathVariable UUID query, @RequestParam int version) {
        again.again(id, version, query);
        return "redirect:/desk/dossiers/" + id + "#registers";
    }
}
