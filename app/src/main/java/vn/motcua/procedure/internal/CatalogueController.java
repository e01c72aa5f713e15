package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.ProcedureProblem;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.UsualTime;

/// Everybody's way in: home, search, procedure.
@Controller
class CatalogueController {
    private static final int POPULAR = 5;

    private final Releases releases;
    private final PublishedPages published;
    private final Catalogue catalogue;
    private final ReleaseShelf shelf;
    private final Counters counters;
    private final SingletonSupplier<UsualTime> usualTimes;
    private final List<String> popular;

    CatalogueController(
            Releases releases,
            PublishedPages published,
            Catalogue catalogue,
            ReleaseShelf shelf,
            Counters counters,
            ObjectProvider<UsualTime> usualTimes,
            @Value(
                            "${motcua.popular:1.001193,2.000815,1.004222,2.001159,3.000333,1.000656,1.001612,2.000033}")
                    List<String> popular) {
        this.releases = releases;
        this.published = published;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.counters = counters;
        this.usualTimes = SingletonSupplier.ofNullable(usualTimes::getIfAvailable);
        this.popular = popular;
    }

    @GetMapping("/")
    String home(@RequestParam(required = false) @Nullable String audience, Model model) {
        boolean enterprise = "enterprise".equals(audience);
        List<CardView> cards = new ArrayList<>();
        for (var code : popular) {
            if (cards.size() == POPULAR) break;
            releases.current(code).map(this::card).ifPresent(cards::add);
        }
        model.addAttribute(
                "it",
                new HomeView(
                        enterprise,
                        LifeEvent.of(enterprise ? Audience.ENTERPRISE : Audience.CITIZEN),
                        cards));
        return "procedure/home";
    }

    @GetMapping("/procedures")
    String search(WebRequest request, Model model) {
        var form = SearchForm.of(request);
        var found = catalogue.search(form.query());
        model.addAttribute("it", form.view(found, found.hits().stream().map(this::card).toList()));
        return "procedure/search";
    }

    @GetMapping("/procedures/{code}")
    String procedure(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable LocalDate on,
            Model model) {
        var day = on == null ? shelf.today() : on;
        boolean usual = on == null && agency == null;
        var shown = usual ? published.find(code) : published.find(code, agencyCode(agency), day);
        if (shown.isEmpty()) {
            var national = published.nationalCode(code);
            if (national != null) return "redirect:/procedures/" + national;
            throw new ProblemException(ProcedureProblem.NOT_FOUND, code);
        }
        var release = shown.get().release();
        model.addAttribute(
                "it",
                ProcedureView.of(
                        release,
                        day,
                        usual(release),
                        counters.of(release.record(), place, commune),
                        shown.get().told(),
                        usual
                                ? null
                                : new ProcedureView.Moment(
                                        HanoiTime.date(day), agencyCode(agency))));
        return "procedure/procedure";
    }

    private static @Nullable String agencyCode(@Nullable String typed) {
        return typed != null && typed.matches("[A-Z][A-Z0-9]*(\\.[A-Z0-9]+){0,5}") ? typed : null;
    }

    @GetMapping("/procedures/{code}/history")
    String history(
            @PathVariable String code, @RequestParam(defaultValue = "0") long after, Model model) {
        model.addAttribute(
                "it",
                published
                        .history(code, after)
                        .orElseThrow(() -> new ProblemException(ProcedureProblem.NOT_FOUND, code)));
        return "procedure/history";
    }

    private CardView card(Release release) {
        return CardView.of(release, shelf.today(), usual(release));
    }

    private java.util.Optional<UsualTime.Usual> usual(Release release) {
        var measured = usualTimes.get();
        return measured == null ? java.util.Optional.empty() : measured.of(release.record().code());
    }
}
