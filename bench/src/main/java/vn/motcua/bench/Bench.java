package vn.motcua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs scenarios and prints their tables.
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        if (List.of(arguments).contains("--help")) {
            System.out.print(Settings.HELP);
            return;
        }
        Settings settings;
        try {
            settings = Settings.parse(arguments);
            named(settings);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(Settings.HELP);
            System.exit(2);
            return;
        }
        System.exit(run(settings, arguments) ? 0 : 1);
    }

    private static Map<String, Scenario> all() {
        var all = new LinkedHashMap<String, Scenario>();
        all.put("engine", new EngineScenario());
        all.put("timers", new TimersScenario());
        all.put("submit", new SubmitScenario());
        all.put("day", new DayScenario());
        all.put("pages", new PagesScenario());
        all.put("sql", new SqlScenario());
        all.put("start", new StartScenario());
        all.put("growth", new GrowthScenario());
        all.put("worklist", new WorklistScenario());
        all.put("export", new ExportScenario());
        all.put("catalogue", new CatalogueScenario());
        return all;
    }

    private static Map<String, Scenario> named(Settings settings) {
        var all = all();
        if (settings.scenarios().isEmpty()) return all;
        var chosen = new LinkedHashMap<String, Scenario>();
        for (var name : settings.scenarios()) {
            var real = name.equals("search") || name.equals("tracking") ? "pages" : name;
            var scenario = all.get(real);
            if (scenario == null) throw new IllegalArgumentException("no scenario '" + name + "'");
            chosen.put(real, scenario);
        }
        return chosen;
    }

    private static boolean run(Settings settings, String[] arguments) throws IOException {
        var report = new Report();
        Machine.describe(report, arguments);
        boolean good = true;
        for (var scenario : named(settings).entrySet()) {
            report.heading(scenario.getKey());
            var scratch = Files.createTempDirectory("motcua-bench-");
            try {
                scenario.getValue().run(settings, report, scratch);
            } catch (Exception | LinkageError problem) {
                good = false;
                if (problem instanceof InterruptedException) Thread.currentThread().interrupt();
                report.line("**Not measured:** " + problem);
                problem.printStackTrace();
            } finally {
                Platform.stopAll();
                remove(scratch);
            }
        }
        System.out.println("→ " + report.save(settings.out(), named(settings).keySet()));
        return good;
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        } catch (IOException problem) {
            System.err.println("not removed: " + folder + ": " + problem.getMessage());
        }
    }
}
