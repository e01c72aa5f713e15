package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each room keeps its own tables.
class SchemaBordersTest {
    private static final String NAMES =
            "(" + String.join("|", Tree.ROOMS) + ")\\.([a-z_][a-z0-9_]*)";
    private static final Pattern MADE =
            Pattern.compile(
                    "create (?:or replace )?(?:unlogged )?(?:table|view|materialized view|sequence|function|type)"
                            + " (?:if not exists )?"
                            + NAMES);
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.\\-/'{])" + NAMES + "(?![\\w\\-])");
    private static final Pattern SQL =
            Pattern.compile(
                    "(?i)\\b(select|insert into|update|delete from|truncate|from|join|call|lock table|copy)\\b\\s");

    /// What the kernel offers in SQL is for everybody.
    private static final Set<String> FOR_ALL = Set.of("kernel.fold");

    /// Because a room that reads another's tables stops that room from ever changing them.
    @Test
    void no_statement_names_another_rooms_table() {
        var known = known();
        assertThat(known).contains("dossier.dossier", "journal.entry", "identity.account");
        var wrong = new ArrayList<String>();
        for (var file : Tree.java()) {
            var room = Tree.room(file);
            if (room.isEmpty()) continue;
            for (var literal : JavaText.of(Tree.text(file)).literals()) {
                for (var name : foreign(room, literal.text(), known))
                    wrong.add(file + ":" + literal.line() + " " + name);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a foreign key across rooms ties their lives together.
    @Test
    void no_migration_names_another_rooms_schema() {
        var wrong = new ArrayList<String>();
        for (var file : migrations()) {
            var sql = withoutComments(Tree.text(file));
            var matcher = QUALIFIED.matcher(sql);
            while (matcher.find()) {
                if (!matcher.group(1).equals(Tree.room(file)) && !FOR_ALL.contains(matcher.group()))
                    wrong.add(file + " " + matcher.group());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a name without its schema depends on where the connection happens to look.
    @Test
    void every_table_is_made_in_its_rooms_schema() {
        var wrong = new ArrayList<String>();
        var made = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+)");
        for (var file : migrations()) {
            var matcher = made.matcher(withoutComments(Tree.text(file)));
            while (matcher.find())
                if (!matcher.group(1).startsWith(Tree.room(file) + "."))
                    wrong.add(file + " " + matcher.group(1));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> foreign(String room, String text, Set<String> known) {
        boolean sql = SQL.matcher(text).find();
        var found = new ArrayList<String>();
        Matcher matcher = QUALIFIED.matcher(text);
        while (matcher.find()) {
            var name = matcher.group();
            if (matcher.group(1).equals(room) || FOR_ALL.contains(name)) continue;
            if (known.contains(name) && (sql || name.equals(text.strip()))) found.add(name);
        }
        return found;
    }

    private static List<Path> migrations() {
        return Tree.files("app/src/main/resources/db/migration", ".sql");
    }

    private static Set<String> known() {
        var known = new TreeSet<String>();
        for (var file : migrations()) {
            var matcher = MADE.matcher(withoutComments(Tree.text(file)));
            while (matcher.find()) known.add(matcher.group(1) + "." + matcher.group(2));
        }
        return known;
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\n]*", "")
                .replaceAll("(?s)comment on .*?;", "")
                .replaceAll("'(?:motcua)\\.[a-z]+'", "");
    }
}
