package vn.motcua.journal.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;

/// A reader that writes what it saw into a table, so that the database tells what took effect.
final class Recorder implements JournalConsumer {
    private final String name;
    private final Set<String> kinds;
    private final JdbcClient jdbc;
    volatile Predicate<FeedEntry> chokesOn = _ -> false;

    Recorder(String name, JdbcClient jdbc, String... kinds) {
        this.name = name;
        this.jdbc = jdbc;
        this.kinds = Set.of(kinds);
    }

    static void prepare(DataSource owner) {
        var jdbc = JdbcClient.create(owner);
        jdbc.sql("create schema probe").update();
        jdbc.sql(
                        """
                        create table probe.seen (
                            no bigint generated always as identity,
                            reader text, subject uuid, kind text, mark text)
                        """)
                .update();
        jdbc.sql("grant usage on schema probe to motcua_app").update();
        jdbc.sql("grant select, insert on probe.seen to motcua_app").update();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public void accept(List<FeedEntry> batch) {
        for (var entry : batch) {
            jdbc.sql("insert into probe.seen (reader, subject, kind, mark) values (?, ?, ?, ?)")
                    .params(
                            name,
                            entry.entry().subjectId(),
                            entry.entry().kind(),
                            String.valueOf(entry.entry().data().get("mark")))
                    .update();
            if (chokesOn.test(entry)) throw new IllegalStateException("Nguyễn Văn A, 001…");
        }
    }

    /// Marks in the order they took effect.
    List<String> marks() {
        return jdbc.sql("select mark from probe.seen where reader = ? order by no")
                .param(name)
                .query(String.class)
                .list();
    }

    List<String> marks(UUID subject) {
        return jdbc.sql("select mark from probe.seen where reader = ? and subject = ? order by no")
                .params(name, subject)
                .query(String.class)
                .list();
    }
}
