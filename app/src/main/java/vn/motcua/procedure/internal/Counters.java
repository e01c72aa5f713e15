package vn.motcua.procedure.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.ProcedureRecord;

/// Finds the counter that takes a procedure in for a place.
@Component
class Counters {
    CounterView of(ProcedureRecord record, @Nullable String place, @Nullable String commune) {
        return CounterView.unasked();
    }
}
