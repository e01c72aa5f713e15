package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import vn.motcua.TestDatabase;
import vn.motcua.kernel.LocalText;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Blocks;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.State;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Variables;

/// Random processes run in our engine and, drawn in BPMN, in Flowable on PostgreSQL: after each
/// action the same steps are open in both.
class FlowableAgreesTest {
    private static final Variables ONLINE = Variables.of("ONLINE");
    private static final int MOST_ACTIONS = 12;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HikariDataSource POOL = new HikariDataSource();
    private static final ProcessEngine FLOWABLE = start();

    private static ProcessEngine start() {
        POOL.setDataSource(TestDatabase.fresh().ownerDataSource());
        POOL.setMaximumPoolSize(2);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(POOL);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        return configuration.buildProcessEngine();
    }

    @AfterContainer
    static void stop() {
        FLOWABLE.close();
        POOL.close();
    }

    @Provide
    Arbitrary<Blocks> blocks() {
        return Blocks.some().map(block -> known(block, false));
    }

    /// Flowable lets an inclusive gateway wait for whatever could still reach it, also round a
    /// loop and from outside its own split, where it would wait for ever; so inside loops the
    /// branches are all taken.
    private static Blocks known(Blocks block, boolean loop) {
        return switch (block) {
            case Blocks.Sequence(var parts) -> new Blocks.Sequence(known(parts, loop));
            case Blocks.Choice(var ways) -> new Blocks.Choice(known(ways, loop));
            case Blocks.Parallel(var branches) -> new Blocks.Parallel(known(branches, loop));
            case Blocks.Loop(var body, var most) -> new Blocks.Loop(known(body, true), most);
            case Blocks.Sub(var body) -> new Blocks.Sub(known(body, loop));
            case Blocks.Inclusive(var branches, var hold) ->
                    loop
                            ? new Blocks.Parallel(known(branches, true))
                            : new Blocks.Inclusive(known(branches, false), hold);
            default -> block;
        };
    }

    private static List<Blocks> known(List<Blocks> blocks, boolean loop) {
        return blocks.stream().map(block -> known(block, loop)).toList();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
    void the_same_steps_are_open_after_each_action(
            @ForAll("blocks") Blocks blocks, @ForAll long luck) {
        var process = Process.of("start", Blocks.table(blocks).stream().map(this::plain).toList());
        var key = "p-" + NUMBER.incrementAndGet();
        var theirs = begin(key, process);
        var random = new Random(luck);
        var ours = Engine.start(process, ONLINE).state();
        assertSame(process, ours, theirs);
        for (int i = 0; i < MOST_ACTIONS && !ours.finished(); i++) {
            var open = ours.open().get(random.nextInt(ours.open().size()));
            var ways = Engine.outcomes(ours, open.token(), ONLINE);
            var outcome = ways.get(random.nextInt(ways.size())).id();
            var action = new Action.Complete(open.token(), outcome);
            ours = Engine.apply(process, ours, action, ONLINE).state();
            complete(theirs, open, outcome);
            assertSame(process, ours, theirs);
        }
    }

    /// One person, no clock and nobody outside: votes, timers, services and calls are ours.
    private StepDefinition plain(StepDefinition step) {
        return step.withWork(StepDefinition.Work.PLAIN).withTimers();
    }

    private static String begin(String key, Process process) {
        var drawing = BpmnWriter.write(key.substring(2), LocalText.of(key), process);
        FLOWABLE.getRepositoryService()
                .createDeployment()
                .addBytes(key + ".bpmn20.xml", drawing)
                .disableSchemaValidation()
                .disableBpmnValidation()
                .deploy();
        var variables = new HashMap<String, Object>();
        for (var step : process.steps()) {
            holds(step.onlyWhen(), variables);
            for (var outcome : step.outcomes()) holds(outcome.onlyWhen(), variables);
        }
        var instance = FLOWABLE.getRuntimeService().startProcessInstanceByKey(key, variables);
        return instance.getId();
    }

    private static void holds(@Nullable Guard guard, Map<String, Object> variables) {
        if (guard != null) variables.put(guard.text(), ONLINE.holds(guard));
    }

    private static void complete(String instance, OpenStep open, String outcome) {
        Map<String, Object> said = Map.of("outcome", outcome);
        var at = executions(instance).stream().filter(it -> at(it).equals(open.stepId()));
        var execution = at.findFirst().orElseThrow();
        if (open.step().kind() == StepKind.WAIT) {
            FLOWABLE.getRuntimeService().trigger(execution.getId(), said);
            return;
        }
        var tasks = FLOWABLE.getTaskService();
        var task = tasks.createTaskQuery().executionId(execution.getId()).singleResult();
        tasks.complete(task.getId(), said);
    }

    private static String at(Execution execution) {
        return "" + execution.getActivityId();
    }

    private static void assertSame(Process process, State ours, String instance) {
        var open = new TreeSet<String>();
        for (var step : ours.open()) open.add(step.stepId());
        var theirs = new TreeSet<String>();
        for (var execution : executions(instance)) {
            var step = process.find(at(execution));
            if (step.isPresent() && step.get().kind().opens()) theirs.add(step.get().id());
        }
        assertThat(theirs).isEqualTo(open);
    }

    private static List<Execution> executions(String instance) {
        return FLOWABLE.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .list();
    }
}
