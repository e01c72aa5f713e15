package vn.motcua;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked on the command line.
///
/// @param command `run`, `train` (start, warm up, stop) or `verify-journal`
/// @param port 0 for any free one
/// @param data folder of everything that must survive
/// @param databaseUrl JDBC address of a PostgreSQL of the operator's own; null for the embedded one
/// @param wanted sample data on an empty database, or none; null when nothing was said
record Options(
        String command,
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable Boolean wanted) {
    private static final int USUAL_PORT = 8080;
    private static final Set<String> FLAGS = Set.of("--empty", "--sample");

    /// @throws StartFailure naming the option that cannot be read
    static Options parse(List<String> arguments) {
        var command =
                arguments.isEmpty() || arguments.getFirst().startsWith("--")
                        ? "run"
                        : arguments.getFirst();
        int port = USUAL_PORT;
        var data = Path.of("data");
        @Nullable String url = System.getenv("MOTCUA_DATABASE_URL");
        @Nullable Boolean wanted = null;
        for (int i = arguments.isEmpty() || arguments.getFirst().startsWith("--") ? 0 : 1;
                i < arguments.size();
                i++) {
            var argument = arguments.get(i);
            switch (name(argument)) {
                case "--empty" -> wanted = sample(false, wanted);
                case "--sample" -> wanted = sample(true, wanted);
                case "--port" -> port = port(value(arguments, i));
                case "--data" -> data = Path.of(value(arguments, i));
                case "--database-url" -> url = value(arguments, i);
                default ->
                        throw new StartFailure(
                                "Không hiểu tùy chọn '"
                                        + argument
                                        + "': xem ./motcua help."
                                        + " / Unknown option '"
                                        + argument
                                        + "': see ./motcua help.");
            }
            if (!argument.contains("=") && !FLAGS.contains(name(argument))) i++;
        }
        return new Options(command, port, data.toAbsolutePath().normalize(), url, wanted);
    }

    /// The embedded database is for trying out and comes with sample data unless told otherwise;
    /// a server of the operator's own receives some only when asked for.
    boolean sample() {
        return wanted == null ? databaseUrl == null : wanted;
    }

    /// Whether sample data was asked for in so many words.
    boolean sampleAsked() {
        return Boolean.TRUE.equals(wanted);
    }

    private static boolean sample(boolean now, @Nullable Boolean before) {
        if (before == null || before == now) return now;
        throw new StartFailure(
                "Chọn --sample hoặc --empty, không cả hai. / Choose --sample or --empty, not both.");
    }

    private static String name(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static String value(List<String> arguments, int i) {
        var argument = arguments.get(i);
        if (argument.contains("=")) return argument.substring(argument.indexOf('=') + 1);
        if (i + 1 < arguments.size()) return arguments.get(i + 1);
        throw new StartFailure(
                "Tùy chọn '"
                        + argument
                        + "' thiếu giá trị. / Option '"
                        + argument
                        + "' needs a value.");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new StartFailure(
                "'"
                        + text
                        + "' không phải số cổng (1–65535). / '"
                        + text
                        + "' is not a port (1–65535).");
    }
}
