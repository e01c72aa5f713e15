package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the faults of one release folder. Reading goes on after a fault, so that an author
/// sees all of them at once; after [#LIMIT] only counting goes on.
public final class FaultSink {
    public static final int LIMIT = 200;

    private final List<Fault> faults = new ArrayList<>();

    public void add(Fault fault) {
        if (faults.size() < LIMIT && !faults.contains(fault)) faults.add(fault);
    }

    public void add(String file, int line, String key, Object... args) {
        add(Fault.of(file, line, key, args));
    }

    public void addAll(Iterable<Fault> more) {
        more.forEach(this::add);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /// By file, then by line.
    public List<Fault> faults() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }
}
