package vn.motcua;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the platform: database, migrations, rooms, then the box that says where everything is.
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        long started = System.nanoTime();
        try {
            run(Options.parse(List.of(arguments)), started);
        } catch (RuntimeException failure) {
            var sentence = sentence(failure);
            if (sentence == null) throw failure;
            System.err.println();
            System.err.println("  " + sentence);
            System.err.println();
            System.exit(1);
        }
    }

    private static @Nullable String sentence(RuntimeException failure) {
        if (failure instanceof StartFailure) return failure.getMessage();
        var refused = QuietRefusal.sentence(failure);
        return refused == null ? null : refused.getMessage();
    }

    private static void run(Options options, long started) {
        checkPort(options.port());
        @Nullable EmbeddedDatabase embedded =
                options.databaseUrl() == null ? EmbeddedDatabase.start(options.data()) : null;
        try {
            var database =
                    embedded == null
                            ? ServerDatabase.at(String.valueOf(options.databaseUrl()))
                            : embedded.database();
            Migrations.run(database);
            var context = start(options, database, started);
            var hook = new Thread(() -> stop(context, embedded), "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            if (embedded != null) embedded.onLoss(Application::databaseLost);
            if (!options.command().equals("run")) System.exit(SpringApplication.exit(context));
        } catch (RuntimeException problem) {
            if (embedded != null) embedded.close();
            throw problem;
        }
    }

    private static ConfigurableApplicationContext start(
            Options options, Database database, long started) {
        var application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(options, database, started));
        return application.run();
    }

    private static Map<String, Object> properties(
            Options options, Database database, long started) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.app().user());
        properties.put("spring.datasource.password", database.app().password());
        properties.put("server.port", options.port());
        properties.put("motcua.data", options.data().toString());
        properties.put("motcua.command", options.command());
        properties.put("motcua.sample", options.sample());
        properties.put("motcua.sample.asked", options.sampleAsked());
        properties.put("motcua.started", started);
        return properties;
    }

    private static void stop(
            ConfigurableApplicationContext context, @Nullable EmbeddedDatabase embedded) {
        context.close();
        if (embedded != null) embedded.close();
    }

    /// Without its database the platform can do nothing but start again; what was acknowledged
    /// is in the data folder.
    private static void databaseLost() {
        System.err.println(
                "  PostgreSQL đã dừng đột ngột: chạy lại ./motcua run, dữ liệu đã nhận vẫn còn."
                        + " / PostgreSQL ended unexpectedly: run ./motcua run again; what was acknowledged is kept.");
        Runtime.getRuntime().halt(3);
    }

    private static void checkPort(int port) {
        if (port == 0) return;
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new StartFailure(
                    "Cổng "
                            + port
                            + " đang bận: dừng chương trình đang dùng nó hoặc chọn --port khác."
                            + " / Port "
                            + port
                            + " is in use: stop the program using it or choose another --port.");
        }
    }
}
