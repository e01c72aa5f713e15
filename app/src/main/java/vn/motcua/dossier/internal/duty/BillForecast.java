package vn.motcua.dossier.internal.duty;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.kernel.Money;

/// What a step that waits for money will ask, told before it opens.
@Component
public class BillForecast {
    private final Bills bills;
    private final Clock clock;

    BillForecast(Bills bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    /// Null where an officer says the amount later.
    public @Nullable Money foreseen(Dossier dossier, List<String> fees) {
        var amount = bills.foreseen(dossier, fees, clock.instant());
        return amount.isEmpty() ? null : new Money(amount.getAsLong());
    }
}
