package vn.motcua.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// What the figures hold for: the machine, the program, the command.
final class Machine {
    private Machine() {}

    static void describe(Report report, String[] arguments) {
        report.line("# Một Cửa: measurements");
        report.line("");
        report.line(
                "- command: `./motcua bench"
                        + (arguments.length == 0 ? "" : " ")
                        + String.join(" ", arguments)
                        + "`");
        report.line(
                "- date: "
                        + OffsetDateTime.now(java.time.ZoneId.systemDefault())
                                .truncatedTo(ChronoUnit.SECONDS));
        var changed =
                output("git", "status", "--porcelain").isEmpty() ? "" : " with changes on top";
        report.line("- commit: " + output("git", "rev-parse", "--short=12", "HEAD") + changed);
        report.line(
                "- machine: "
                        + Runtime.getRuntime().availableProcessors()
                        + " cores ("
                        + processor()
                        + "), "
                        + memory()
                        + " GB memory, "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version"));
        report.line(
                "- JDK: "
                        + System.getProperty("java.vm.name")
                        + " "
                        + System.getProperty("java.vm.version"));
        report.line(
                "- load average of the machine before the start: "
                        + Report.number(
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
    }

    private static long memory() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean known
                ? Math.round(known.getTotalMemorySize() / 1e9)
                : 0;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static String output(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? text
                    : "unknown";
        } catch (IOException problem) {
            return "unknown";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
