package vn.motcua;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import vn.motcua.kernel.StartRefused;

/// Starts the platform: database, migrations, rooms, then the box that says where everything is.
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        long started = System.nanoTime();
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // the build asks what there is; nothing is started
            new SpringApplication(Application.class).run(arguments);
            return;
        }
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

    /// @return the one sentence that says everything, null when the failure is of another kind
    static @Nullable String sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof StartFailure || cause instanceof StartRefused)
                return cause.getMessage();
        return null;
    }

    private static void run(Options options, long started) {
        checkPort(options.port());
        // the log is made ready by one thread before two of them write to it
        var _ = LoggerFactory.getILoggerFactory();
        var database = StartedDatabase.begin(options);
        try {
            var context = start(options, database, started);
            var server = database.await().server();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, database), "stop"));
            if (server != null) server.onLoss(Application::databaseLost);
            if (!options.command().equals("run")) System.exit(SpringApplication.exit(context));
        } catch (RuntimeException problem) {
            database.close();
            throw problem;
        }
    }

    private static ConfigurableApplicationContext start(
            Options options, StartedDatabase database, long started) {
        var application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(options, started));
        application.addInitializers(context -> connectTo(database, context));
        return application.run();
    }

    /// In place of the connection details the framework would read from settings.
    private static void connectTo(
            StartedDatabase database, ConfigurableApplicationContext context) {
        var factory = (DefaultListableBeanFactory) context.getBeanFactory();
        if (factory.containsBeanDefinition(StartedDatabase.BEAN))
            factory.removeBeanDefinition(StartedDatabase.BEAN);
        factory.registerSingleton(StartedDatabase.BEAN, database);
    }

    private static Map<String, Object> properties(Options options, long started) {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", options.port());
        properties.put("motcua.data", options.data().toString());
        properties.put("motcua.command", options.command());
        properties.put("motcua.sample", options.sample());
        properties.put("motcua.sample.asked", options.sampleAsked());
        properties.put("motcua.started", started);
        properties.put("spring.servlet.multipart.location", Spool.in(options.data()).toString());
        return properties;
    }

    private static void stop(ConfigurableApplicationContext context, StartedDatabase database) {
        context.close();
        database.close();
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
