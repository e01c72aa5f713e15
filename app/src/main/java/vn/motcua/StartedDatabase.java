package vn.motcua;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// The database on its way: started and brought up to date on a thread of its own, while the
/// rooms are being put together. Whoever needs a connection first waits for it.
final class StartedDatabase implements JdbcConnectionDetails {
    /// @param server null when the database is the operator's own
    record Ready(@Nullable EmbeddedDatabase server, Database database) {}

    /// The name under which the framework looks for it.
    static final String BEAN = "jdbcConnectionDetails";

    private final CompletableFuture<Ready> ready;

    private StartedDatabase(CompletableFuture<Ready> ready) {
        this.ready = ready;
    }

    static StartedDatabase begin(Options options) {
        var ready = new CompletableFuture<Ready>();
        Thread.ofPlatform()
                .name("database")
                .daemon()
                .start(
                        () -> {
                            try {
                                ready.complete(start(options));
                            } catch (RuntimeException | Error failure) {
                                ready.completeExceptionally(failure);
                            }
                        });
        return new StartedDatabase(ready);
    }

    private static Ready start(Options options) {
        @Nullable EmbeddedDatabase server =
                options.databaseUrl() == null ? EmbeddedDatabase.start(options.data()) : null;
        try {
            var database =
                    server == null
                            ? ServerDatabase.at(String.valueOf(options.databaseUrl()))
                            : server.database();
            Migrations.run(database);
            return new Ready(server, database);
        } catch (RuntimeException failure) {
            if (server != null) server.close();
            throw failure;
        }
    }

    /// Waits until connections can be made.
    ///
    /// @throws StartFailure when they never can
    Ready await() {
        try {
            return ready.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException known) throw known;
            throw failure;
        }
    }

    /// Ends the server, if it is ours and runs or is about to.
    void close() {
        try {
            var server = ready.join().server();
            if (server != null) server.close();
        } catch (CompletionException neverStarted) {
            // nothing to end
        }
    }

    @Override
    public String getJdbcUrl() {
        return await().database().url();
    }

    @Override
    public String getUsername() {
        return await().database().app().user();
    }

    @Override
    public String getPassword() {
        return await().database().app().password();
    }
}
