package vn.motcua.insight.internal;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.Releases;

/// Names beside codes; the code itself where nobody knows a name.
@Component
class Names {
    private final Function<String, Optional<LocalText>> agencies;
    private final Function<String, Optional<LocalText>> procedures;

    @Autowired
    Names(Agencies agencies, Releases releases) {
        this(
                code -> agencies.find(code).map(Agency::name),
                code -> releases.current(code).map(release -> release.record().name()));
    }

    Names(
            Function<String, Optional<LocalText>> agencies,
            Function<String, Optional<LocalText>> procedures) {
        this.agencies = agencies;
        this.procedures = procedures;
    }

    LocalText agency(String code) {
        return agencies.apply(code).orElseGet(() -> LocalText.of(code));
    }

    LocalText procedure(String code) {
        return procedures.apply(code).orElseGet(() -> LocalText.of(code));
    }
}
