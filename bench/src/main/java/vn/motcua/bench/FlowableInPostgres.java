package vn.motcua.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import vn.motcua.BenchDatabase;

/// The same process in Flowable.
final class FlowableInPostgres implements EngineScenario.Contender {
    static final String KEY = "bench";
    static final String BPMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         xmlns:flowable="http://flowable.org/bpmn" targetNamespace="motcua">
              <process id="bench" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="receive"/>
                <userTask id="receive" name="receive" flowable:candidateGroups="RECEPTIONIST"/>
                <sequenceFlow id="f2" sourceRef="receive" targetRef="split"/>
                <parallelGateway id="split"/>
                <sequenceFlow id="f3" sourceRef="split" targetRef="appraise"/>
                <sequenceFlow id="f4" sourceRef="split" targetRef="opinion"/>
                <userTask id="appraise" name="appraise" flowable:candidateGroups="CASE_OFFICER"/>
                <userTask id="opinion" name="opinion" flowable:candidateGroups="CASE_OFFICER"/>
                <sequenceFlow id="f5" sourceRef="appraise" targetRef="both"/>
                <sequenceFlow id="f6" sourceRef="opinion" targetRef="both"/>
                <parallelGateway id="both"/>
                <sequenceFlow id="f7" sourceRef="both" targetRef="sign"/>
                <userTask id="sign" name="sign" flowable:candidateGroups="APPROVER"/>
                <sequenceFlow id="f8" sourceRef="sign" targetRef="hand-over"/>
                <userTask id="hand-over" name="hand-over" flowable:candidateGroups="RECEPTIONIST"/>
                <sequenceFlow id="f9" sourceRef="hand-over" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private int batch;
    private List<String> open = List.of();

    FlowableInPostgres(BenchDatabase database, int workers) {
        var url = database.url().replaceFirst("/motcua$", "/flowable");
        pool = OursInPostgres.pool(url, database.owner(), database.ownerPassword(), workers);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setEnableDatabaseEventLogging(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("bench.bpmn20.xml", BPMN)
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
                            .startProcessInstanceByKey(KEY, batch + "-" + i, variables);
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

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
