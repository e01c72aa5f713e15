package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import vn.motcua.kernel.LocalText;

/// Lays a process out in ranks: each step one rank below the lowest step before it,
/// neighbours sorted and shifted towards what they are joined to, edges that pass ranks led
/// through free places, edges that lead back drawn at the right side.
final class DiagramLayout {
    private static final int MARGIN = 16;
    private static final int GAP = 28;
    private static final int RANK_GAP = 60;
    private static final int BACK_GAP = 22;

    record Box(int step, int x, int top, int height) {}

    record Edge(
            String path,
            String arrow,
            List<LocalText> names,
            boolean otherwise,
            boolean sometimes,
            boolean negative,
            boolean dashed,
            boolean back,
            int labelX,
            int labelY) {}

    /// A place in a rank: a step, or (step < 0) a passage for an edge.
    private static final class Place {
        final int step;
        final int rank;
        final int width;
        double x;
        final List<Place> above = new ArrayList<>();
        final List<Place> below = new ArrayList<>();

        Place(int step, int rank, int width) {
            this.step = step;
            this.rank = rank;
            this.width = width;
        }
    }

    private static final class Link {
        final int from;
        final int to;
        final List<LocalText> names = new ArrayList<>();
        boolean otherwise;
        boolean sometimes;
        boolean negative = true;
        List<Place> way = List.of();

        Link(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    private final Process process;
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private final Map<Long, Link> links = new LinkedHashMap<>();
    private final List<List<Place>> ranks = new ArrayList<>();
    private final int[] top;
    private final int[] rankHeight;
    private final ToIntFunction<StepDefinition> heights;
    private int right;
    private int backs;
    private final List<Edge> edges = new ArrayList<>();

    DiagramLayout(Process process, ToIntFunction<StepDefinition> heights) {
        this.process = process;
        this.heights = heights;
        place();
        link();
        for (int sweep = 0; sweep < 6; sweep++) sort(sweep % 2 == 0);
        for (int sweep = 0; sweep < 12; sweep++) shift(sweep % 2 == 0);
        this.top = new int[ranks.size()];
        this.rankHeight = new int[ranks.size()];
        settle();
        links.values().stream().filter(link -> !link.way.isEmpty()).forEach(this::drawForward);
        links.values().stream()
                .filter(link -> link.way.isEmpty())
                .sorted(Comparator.comparingInt(this::span))
                .forEach(this::drawBack);
    }

    private void place() {
        var rank = process.route.rank;
        for (int step = 0; step < rank.length; step++) {
            if (rank[step] < 0) continue;
            while (ranks.size() <= rank[step]) ranks.add(new ArrayList<>());
            boolean small = ProcessDiagram.small(process.definition[step]);
            var place = new Place(step, rank[step], small ? 40 : ProcessDiagram.BOX_WIDTH);
            places.put(step, place);
            ranks.get(rank[step]).add(place);
        }
    }

    private void link() {
        for (int step : places.keySet()) {
            var definition = process.definition[step];
            var outcomes = definition.outcomes();
            for (int o = 0; o < outcomes.size(); o++) {
                var outcome = outcomes.get(o);
                for (int to : process.flow[step][o]) {
                    var link = linkOf(step, to);
                    if (outcomes.size() > 1) link.names.add(outcome.name());
                    link.negative &= outcome.negative();
                    link.sometimes |=
                            outcome.inclusive() && process.definition[to].onlyWhen() != null;
                }
            }
            nothingToChoose(step, outcomes.size());
            for (int to : process.otherwise[step]) {
                var link = linkOf(step, to);
                link.otherwise = true;
                link.negative = false;
            }
        }
        for (var link : links.values()) thread(link);
    }

    /// Where every outcome leads to the same step, their names tell nothing of the way.
    private void nothingToChoose(int step, int outcomes) {
        var out = links.values().stream().filter(link -> link.from == step).toList();
        if (out.size() != 1 || out.getFirst().names.size() < outcomes) return;
        out.getFirst().names.clear();
    }

    private Link linkOf(int from, int to) {
        return links.computeIfAbsent(((long) from << 32) | to, _ -> new Link(from, to));
    }

    /// Gives a forward edge a passage in each rank it crosses.
    private void thread(Link link) {
        if (process.route.leadsBack(link.from, link.to)) return;
        List<Place> way = new ArrayList<>();
        var last = places.get(link.from);
        var target = places.get(link.to);
        if (last == null || target == null) return;
        way.add(last);
        for (int r = last.rank + 1; r < target.rank; r++) {
            var passage = new Place(-1, r, 36);
            ranks.get(r).add(passage);
            way.add(passage);
        }
        way.add(target);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).below.add(way.get(i));
            way.get(i).above.add(way.get(i - 1));
        }
        link.way = way;
    }

    private void sort(boolean down) {
        for (var rank : ranks) for (int i = 0; i < rank.size(); i++) rank.get(i).x = i;
        for (int r = 0; r < ranks.size(); r++) {
            var rank = ranks.get(down ? r : ranks.size() - 1 - r);
            Map<Place, Double> wish = new java.util.IdentityHashMap<>();
            for (var place : rank) wish.put(place, mean(down ? place.above : place.below, place.x));
            rank.sort(Comparator.comparingDouble(place -> wish.getOrDefault(place, 0.0)));
            for (int i = 0; i < rank.size(); i++) rank.get(i).x = i;
        }
    }

    private static double mean(List<Place> others, double own) {
        return others.stream().mapToDouble(o -> o.x).average().orElse(own);
    }

    /// Moves each place towards its neighbours above or below, keeping order and gaps.
    private void shift(boolean down) {
        for (int r = 0; r < ranks.size(); r++) {
            var rank = ranks.get(down ? r : ranks.size() - 1 - r);
            var wish = new double[rank.size()];
            for (int i = 0; i < wish.length; i++) {
                var place = rank.get(i);
                wish[i] = mean(down ? place.above : place.below, place.x);
            }
            double drift = 0;
            double edge = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < wish.length; i++) {
                var place = rank.get(i);
                place.x = Math.max(wish[i], edge + place.width / 2.0);
                edge = place.x + place.width / 2.0 + GAP;
                drift += place.x - wish[i];
            }
            for (var place : rank) place.x -= drift / wish.length;
        }
    }

    private void settle() {
        double left = Double.POSITIVE_INFINITY;
        for (var rank : ranks) {
            for (var place : rank) left = Math.min(left, place.x - place.width / 2.0);
        }
        int y = MARGIN + 8;
        for (int r = 0; r < ranks.size(); r++) {
            top[r] = y;
            for (var place : ranks.get(r)) {
                place.x = Math.round(place.x - left + MARGIN);
                right = Math.max(right, (int) (place.x + place.width / 2.0));
                if (place.step >= 0) rankHeight[r] = Math.max(rankHeight[r], height(place.step));
            }
            y += rankHeight[r] + RANK_GAP;
        }
    }

    private int height(int step) {
        return heights.applyAsInt(process.definition[step]);
    }

    private int topOf(int step) {
        int r = process.route.rank[step];
        return top[r] + (rankHeight[r] - height(step)) / 2;
    }

    private int span(Link link) {
        return process.route.rank[link.from] - process.route.rank[link.to];
    }

    private void drawForward(Link link) {
        var from = link.way.getFirst();
        var to = link.way.getLast();
        int x = (int) from.x + spread(link);
        int y = topOf(link.from) + height(link.from);
        var path = new StringBuilder("M" + x + " " + y);
        int labelX = 0;
        for (int i = 1; i < link.way.size(); i++) {
            var next = link.way.get(i);
            boolean last = next == to;
            int nx = (int) next.x;
            int ny = last ? topOf(link.to) - 7 : top[next.rank];
            int half = (ny - y) / 2;
            path.append('C')
                    .append(x)
                    .append(' ')
                    .append(y + half)
                    .append(' ')
                    .append(nx)
                    .append(' ')
                    .append(ny - half)
                    .append(' ')
                    .append(nx)
                    .append(' ')
                    .append(ny);
            if (i == 1) labelX = x + (nx - x) * 7 / 10;
            x = nx;
            y = ny;
            if (!last) {
                y += rankHeight[next.rank];
                path.append('V').append(y);
            }
        }
        int tip = topOf(link.to);
        var arrow = "M" + x + " " + tip + "l-5-9h10z";
        int labelY = top[from.rank] + rankHeight[from.rank] + RANK_GAP / 2;
        edges.add(
                new Edge(
                        path.toString(),
                        arrow,
                        link.names,
                        link.otherwise,
                        link.sometimes,
                        link.negative,
                        link.otherwise || link.sometimes,
                        false,
                        labelX,
                        labelY));
    }

    /// Several edges of one step leave it side by side, in the order of where they go.
    private int spread(Link link) {
        List<Link> all = new ArrayList<>();
        for (var other : links.values()) {
            if (other.from == link.from && !other.way.isEmpty()) all.add(other);
        }
        if (all.size() < 2 || process.definition[link.from].kind() == StepKind.JOIN) return 0;
        all.sort(Comparator.comparingDouble(other -> other.way.get(1).x));
        int space = Math.min(64, 180 / (all.size() - 1));
        return (int) ((all.indexOf(link) - (all.size() - 1) / 2.0) * space);
    }

    private void drawBack(Link link) {
        var from = places.get(link.from);
        var to = places.get(link.to);
        if (from == null || to == null) return;
        int lane = right + BACK_GAP * ++backs;
        boolean freeFrom = nothingRightOf(from);
        int y1 = freeFrom ? topOf(link.from) + height(link.from) / 2 + 8 : below(from.rank);
        var leave =
                freeFrom
                        ? "M" + ((int) from.x + from.width / 2) + " " + y1
                        : "M"
                                + ((int) from.x + from.width / 2 - 18)
                                + " "
                                + (topOf(link.from) + height(link.from))
                                + "V"
                                + y1;
        boolean freeTo = nothingRightOf(to);
        int x2 = freeTo ? (int) to.x + to.width / 2 : (int) to.x + to.width / 2 - 18;
        int y2 = freeTo ? topOf(link.to) + height(link.to) / 2 - 6 : top[to.rank] - 16;
        int tip = topOf(link.to);
        var arrive = freeTo ? "H" + (x2 + 7) : "H" + x2 + "V" + (tip - 7);
        var path = leave + "H" + (lane - 8) + "q8 0 8-8V" + (y2 + 8) + "q0-8-8-8" + arrive;
        var arrow = freeTo ? "M" + x2 + " " + y2 + "l9-5v10z" : "M" + x2 + " " + tip + "l-5-9h10z";
        edges.add(
                new Edge(
                        path,
                        arrow,
                        link.names,
                        link.otherwise,
                        link.sometimes,
                        link.negative,
                        true,
                        true,
                        lane - 12,
                        y1 + 15));
    }

    private int below(int rank) {
        return top[rank] + rankHeight[rank] + 12;
    }

    private boolean nothingRightOf(Place place) {
        return ranks.get(place.rank).stream().noneMatch(p -> p.step >= 0 && p.x > place.x);
    }

    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (var rank : ranks) {
            for (var place : rank) {
                if (place.step < 0) continue;
                boxes.add(
                        new Box(place.step, (int) place.x, topOf(place.step), height(place.step)));
            }
        }
        return boxes;
    }

    List<Edge> edges() {
        return edges;
    }

    int width() {
        return right + BACK_GAP * backs + MARGIN;
    }

    int height() {
        int last = ranks.size() - 1;
        return top[last] + rankHeight[last] + MARGIN;
    }
}
