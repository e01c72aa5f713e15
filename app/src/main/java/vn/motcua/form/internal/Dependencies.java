package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts things that depend on each other into an order in which each can be computed.
final class Dependencies {
    /// @param order every node after those it depends on; as given where nothing forces otherwise
    /// @param cycle the nodes of one circle, first and last the same; empty when there is none
    record Order(List<String> order, List<String> cycle) {}

    private final Map<String, Set<String>> needs;
    private final LinkedHashSet<String> done = new LinkedHashSet<>();
    private final LinkedHashSet<String> open = new LinkedHashSet<>();
    private List<String> cycle = List.of();

    private Dependencies(Map<String, Set<String>> needs) {
        this.needs = needs;
    }

    static Order order(Map<String, Set<String>> needs) {
        var walk = new Dependencies(new LinkedHashMap<>(needs));
        for (var node : needs.keySet()) walk.visit(node);
        return new Order(List.copyOf(walk.done), walk.cycle);
    }

    private void visit(String node) {
        if (done.contains(node) || !needs.containsKey(node)) return;
        if (!open.add(node)) {
            if (cycle.isEmpty()) {
                var circle = new ArrayList<>(open);
                circle.subList(0, circle.indexOf(node)).clear();
                circle.add(node);
                cycle = List.copyOf(circle);
            }
            return;
        }
        for (var needed : needs.getOrDefault(node, Set.of())) visit(needed);
        open.remove(node);
        done.add(node);
    }
}
