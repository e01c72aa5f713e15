package vn.motcua.dossier.internal.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Agencies;

/// Parents and parts beside the dossier: how they stand for everybody, the way in for whoever may
/// open them.
@Component
class BundlePart implements DeskPart<BundleView> {
    private final Parts parts;
    private final Rules rules;
    private final Agencies agencies;

    BundlePart(Parts parts, Rules rules, Agencies agencies) {
        this.parts = parts;
        this.rules = rules;
        this.agencies = agencies;
    }

    @Override
    public Class<BundleView> type() {
        return BundleView.class;
    }

    @Override
    public @Nullable BundleView of(Opened opened) {
        var own = parts.of(opened.dossier());
        var parent = parts.parentOf(opened.dossier());
        if (own.isEmpty() && parent.isEmpty()) return null;
        return new BundleView(
                parent.map(part -> line(parts.told(part.parent()), null, opened)).orElse(null),
                parent.map(Part::lacking).orElse(List.of()),
                own.stream()
                        .map(part -> line(parts.told(part.child()), part.ended(), opened))
                        .toList());
    }

    private BundleView.Line line(Dossier other, Part.@Nullable End end, Opened opened) {
        var words = opened.words();
        var due = other.moments().due();
        return new BundleView.Line(
                other.code().value(),
                words.in(rules.record(other).name()),
                words.in(agencies.require(other.agency()).name()),
                words.t("dossier.state." + other.state()),
                due == null ? null : HanoiTime.timeAndDate(due),
                end,
                parts.mayOpen(other.id()) ? "/desk/dossiers/" + other.id() : null);
    }
}
