package vn.motcua.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.task.Task;
import vn.motcua.BenchDatabase;

/// The same process in Operaton.
final class OperatonInPostgres implements EngineScenario.Contender {
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private int batch;
    private List<String> open = List.of();

    OperatonInPostgres(BenchDatabase database, int workers) {
        var url = database.url().replaceFirst("/motcua$", "/operaton");
        pool = OursInPostgres.pool(url, database.owner(), database.ownerPassword(), workers);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bench-" + workers);
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        var _ =
                engine.getRepositoryService()
                        .createDeployment()
                        .addString("bench.bpmn20.xml", FlowableInPostgres.BPMN)
                        .deploy();
    }

    @Override
    public void begin(int dossiers) {
        batch++;
        for (int i = 0; i < dossiers; i++) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("channel", "ONLINE");
            var started =
                    engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    FlowableInPostgres.KEY, batch + "-" + i, variables);
            engine.getTaskService()
                    .complete(
                            engine.getTaskService()
                                    .createTaskQuery()
                                    .processInstanceId(started.getId())
                                    .singleResult()
                                    .getId());
        }
    }

    @Override
    public void list(String step) {
        open =
                engine.getTaskService().createTaskQuery().taskDefinitionKey(step).list().stream()
                        .map(Task::getId)
                        .toList();
    }

    @Override
    public Load.Client worker(String step) {
        return number -> engine.getTaskService().complete(open.get((int) number));
    }

    /// The next contender of the same database waits for nothing of this one.
    @Override
    public void close() {
        for (var running : engine.getRuntimeService().createProcessInstanceQuery().list())
            engine.getRuntimeService()
                    .deleteProcessInstance(running.getProcessInstanceId(), "measured");
        engine.close();
        pool.close();
    }
}
