package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked on the command line.
///
/// @param seconds length of one measured round
/// @param rounds measured rounds of each line of a table, after one that is thrown away
/// @param connections clients at the same time, each with one connection
/// @param submissions size of the national day
/// @param stored dossiers already there when growth is measured
/// @param sizes dossiers stored when lists are measured, smallest first
/// @param officer `login:password` of an officer; null for a receptionist of the sample data
record Settings(
        List<String> scenarios,
        double seconds,
        int rounds,
        int connections,
        int submissions,
        int stored,
        List<Integer> sizes,
        boolean quick,
        @Nullable String officer,
        Path jar,
        Path out) {
    static final String HELP =
            """
            ./motcua bench [scenario …] [--seconds n] [--rounds n] [--connections n] [--quick]
                           [--submissions n] [--stored n] [--sizes n,n…] [--officer login:password] [--jar file] [--out folder]

            scenarios: engine timers submit day pages sql start growth worklist export catalogue (all of them when none is named)
            """;

    static Settings parse(String[] arguments) {
        var scenarios = new ArrayList<String>();
        boolean quick = List.of(arguments).contains("--quick");
        double seconds = quick ? 2 : 10;
        int rounds = 3;
        int connections = 16;
        int submissions = quick ? 5_000 : 106_000;
        int stored = quick ? 20_000 : 200_000;
        var sizes = quick ? List.of(5_000, 20_000) : List.of(10_000, 200_000);
        @Nullable String officer = null;
        var jar = Path.of("app/target/motcua.jar");
        var out = Path.of("bench/out");
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> {}
                case "--seconds" -> seconds = Double.parseDouble(value(arguments, ++i));
                case "--rounds" -> rounds = count(value(arguments, ++i), 100);
                case "--connections" -> connections = count(value(arguments, ++i), 200);
                case "--submissions" -> submissions = count(value(arguments, ++i), 2_000_000);
                case "--stored" -> stored = count(value(arguments, ++i), 20_000_000);
                case "--sizes" -> sizes = counts(value(arguments, ++i));
                case "--officer" -> officer = value(arguments, ++i);
                case "--jar" -> jar = Path.of(value(arguments, ++i));
                case "--out" -> out = Path.of(value(arguments, ++i));
                default -> {
                    if (arguments[i].startsWith("-"))
                        throw new IllegalArgumentException("unknown option " + arguments[i]);
                    scenarios.add(arguments[i]);
                }
            }
        }
        if (!(seconds > 0 && seconds <= 3600))
            throw new IllegalArgumentException("--seconds: 1 to 3600");
        return new Settings(
                List.copyOf(scenarios),
                seconds,
                rounds,
                connections,
                submissions,
                stored,
                sizes,
                quick,
                officer,
                jar,
                out);
    }

    private static String value(String[] arguments, int i) {
        if (i < arguments.length) return arguments[i];
        throw new IllegalArgumentException("option '" + arguments[i - 1] + "' needs a value");
    }

    private static List<Integer> counts(String text) {
        return java.util.Arrays.stream(text.split(","))
                .map(each -> count(each.strip(), 20_000_000))
                .sorted()
                .toList();
    }

    private static int count(String text, int most) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > most) throw new IllegalArgumentException(text + ": 1 to " + most);
        return count;
    }
}
