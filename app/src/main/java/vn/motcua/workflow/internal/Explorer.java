package vn.motcua.workflow.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Guards;
import vn.motcua.workflow.Moved;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Refusal;
import vn.motcua.workflow.State;
import vn.motcua.workflow.StepDefinition;

/// Plays a process in every possible way with the engine itself and looks at every marking
/// it can reach. Exact, not a sample: what is proved here holds for each dossier. Conditions
/// on answers are taken both ways at each turn, so the proof may refuse a process that only
/// impossible answers break; it never lets a broken one pass. Above [#MOST_MARKINGS] it
/// gives up and says so.
final class Explorer {
    static final int MOST_MARKINGS = 20_000;

    /// One marking and the move by which it was first reached.
    private record Node(State state, int from, @Nullable LocalText move) {}

    private final Process process;
    private final Function<Guard, @Nullable Boolean> known;
    private final Set<String> reached;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Endings endings = new Endings();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private boolean tooLarge;

    /// @param reached is filled with the ids of all steps a dossier can come to
    private Explorer(
            Process process, Function<Guard, @Nullable Boolean> known, Set<String> reached) {
        this.process = process;
        this.known = known;
        this.reached = reached;
    }

    static List<Finding> explore(
            Process process, Function<Guard, @Nullable Boolean> known, Set<String> reached) {
        return new Explorer(process, known, reached).run();
    }

    private List<Finding> run() {
        play(-1, process.start(), null, false, guards -> Engine.start(process, guards));
        for (int at = 0; at < nodes.size() && !tooLarge; at++) expand(at);
        if (tooLarge) return List.of(Finding.of("too-large", null, MOST_MARKINGS));
        if (findings.isEmpty() && endings.tooMany()) {
            return List.of(Finding.of("too-many-conditions", null));
        }
        if (findings.isEmpty()) everyMarkingCanFinish();
        return List.copyOf(findings.values());
    }

    private void expand(int at) {
        var state = nodes.get(at).state();
        for (var open : state.open()) {
            for (var outcome : open.step().outcomes()) {
                play(
                        at,
                        open.stepId(),
                        label(open.step(), outcome),
                        state.issued() != null,
                        guards -> answered(state, open, outcome, guards));
            }
        }
    }

    /// Several people are played as one: whatever they may come to, they come to by agreeing on
    /// it, and nothing else sees how they voted.
    private Moved answered(State state, OpenStep open, OutcomeDefinition outcome, Guards guards) {
        var several = open.step().several();
        if (several == null) {
            var action = new Action.Complete(open.token(), outcome.id());
            return Engine.apply(process, state, action, guards);
        }
        var moved = new Moved(state, List.of());
        for (int seat = 1; seat <= several.needed(); seat++) {
            var vote = new Action.Vote(open.token(), seat, outcome.id());
            moved = Engine.apply(process, moved.state(), vote, guards);
        }
        return moved;
    }

    private static LocalText label(StepDefinition step, OutcomeDefinition outcome) {
        if (step.outcomes().size() == 1) return step.name();
        return LocalText.of(
                step.name().vi() + " (" + outcome.name().vi() + ")",
                step.name().en() + " (" + outcome.name().en() + ")");
    }

    private void play(
            int from,
            String step,
            @Nullable LocalText move,
            boolean issued,
            Function<Guards, Moved> engine) {
        var oracle = new Oracle(known);
        do {
            try {
                arrive(from, move, issued, engine.apply(oracle), oracle.said());
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof Refusal refusal)) throw refused;
                if (refusal.unsound()) unsound(from, step, move, refusal, refused.arguments());
            }
        } while (oracle.next());
    }

    private void arrive(
            int from,
            @Nullable LocalText move,
            boolean issuedBefore,
            Moved moved,
            Map<String, Boolean> answers) {
        boolean issued = issuedBefore;
        for (var effect : moved.effects()) {
            switch (effect) {
                case Effect.StepOpened(var open) -> reached.add(open.stepId());
                case Effect.StepPassed(var step, _) -> reached.add(step.id());
                case Effect.BranchesJoined(var step) -> reached.add(step.id());
                case Effect.Issued(_, var step) -> {
                    if (issued) found("two-results", step, () -> way(from, move));
                    issued = true;
                }
                case Effect.Finished(var end) -> {
                    if (end != null) reached.add(end.id());
                    if (end != null && !issued) found("no-result", end, () -> way(from, move));
                }
                default -> {}
            }
        }
        record(from, move, moved.state(), answers);
    }

    private void record(
            int from, @Nullable LocalText move, State state, Map<String, Boolean> answers) {
        var marking = state.marking();
        var place = places.get(marking);
        if (place == null) {
            if (nodes.size() >= MOST_MARKINGS) {
                tooLarge = true;
                return;
            }
            place = nodes.size();
            places.put(marking, place);
            nodes.add(new Node(state, from, move));
        }
        if (from >= 0) endings.move(from, place, answers);
    }

    private void unsound(
            int from, String step, @Nullable LocalText move, Refusal refusal, List<Object> args) {
        var id = args.isEmpty() ? step : args.getFirst().toString();
        var at = process.step(id);
        boolean branches = at.outcomes().stream().anyMatch(OutcomeDefinition::inclusive);
        var key =
                refusal == Refusal.NO_WAY_ON && branches
                        ? "no-branch"
                        : refusal.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        found(key, at, () -> way(from, move));
    }

    private void found(String key, StepDefinition step, Supplier<LocalText> way) {
        findings.computeIfAbsent(
                key + " " + step.id(), _ -> Finding.of(key, step.id(), step.name(), way.get()));
    }

    private void everyMarkingCanFinish() {
        var finished = new BitSet();
        for (int i = 0; i < nodes.size(); i++) if (nodes.get(i).state().finished()) finished.set(i);
        var stuck = endings.find(nodes.size(), finished);
        if (stuck != null) cannotFinish(stuck.place(), stuck.when());
    }

    private void cannotFinish(int at, LocalText when) {
        var node = nodes.get(at);
        var open = node.state().open();
        var walked = way(node.from(), node.move());
        var way = LocalText.of(walked.vi() + when.vi(), walked.en() + when.en());
        if (open.isEmpty()) {
            findings.put("join", Finding.of("join-waits", null, way));
        } else {
            var step = open.getFirst().step();
            findings.put("finish", Finding.of("cannot-finish", step.id(), step.name(), way));
        }
    }

    /// The shortest way to a move, in the names of its steps.
    private LocalText way(int from, @Nullable LocalText last) {
        var names = new ArrayDeque<LocalText>();
        if (last != null) names.addFirst(last);
        for (int at = from; at >= 0; at = nodes.get(at).from()) {
            var move = nodes.get(at).move();
            if (move != null) names.addFirst(move);
        }
        if (names.isEmpty()) names.add(process.step(process.start()).name());
        var vi = names.stream().map(LocalText::vi).toList();
        var en = names.stream().map(LocalText::en).toList();
        return LocalText.of(String.join(" → ", vi), String.join(" → ", en));
    }

    /// Steps without any way to them.
    static List<Finding> unreached(Process process, Set<String> reached) {
        var missing = new HashSet<String>();
        List<Finding> findings = new ArrayList<>();
        for (var step : process.steps()) {
            if (!reached.contains(step.id()) && missing.add(step.id())) {
                findings.add(Finding.of("unreachable", step.id(), step.name()));
            }
        }
        return findings;
    }
}
