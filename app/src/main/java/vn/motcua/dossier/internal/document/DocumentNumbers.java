package vn.motcua.dossier.internal.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Numbers of documents. Which book a kind of document counts in, and how its number is written,
/// are data of the agency; a book begins anew each year. The book stays locked until the
/// transaction ends, so a number is given to a document that exists or not at all.
@Component
public class DocumentNumbers {
    /// The kind of reasoned negative answers.
    public static final String REJECTED = "REJECTED";

    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param book name of the book; empty is the general one
    /// @param format `{n}` or `{nn}` the number, `{year}` the year
    record Rule(String agency, String kind, String book, String format) {
        String write(int number, int year) {
            return format.replace("{nn}", String.format(Locale.ROOT, "%02d", number))
                    .replace("{n}", Integer.toString(number))
                    .replace("{year}", Integer.toString(year));
        }
    }

    /// The next number as it is written.
    ///
    /// @param kind code of the result, or [#REJECTED]
    public String next(String agency, String kind, LocalDate day) {
        var rule = rule(agency, kind);
        int number =
                jdbc.sql(
                                """
                                insert into dossier.document_book as b (agency, year, book, last)
                                values (:agency, :year, :book, 1)
                                on conflict (agency, year, book) do update set last = b.last + 1
                                returning last
                                """)
                        .param("agency", agency)
                        .param("year", day.getYear())
                        .param("book", rule.book())
                        .query(Integer.class)
                        .single();
        return rule.write(number, day.getYear());
    }

    /// The agency's own rule for this kind, else its rule for every kind, else everybody's.
    Rule rule(String agency, String kind) {
        return jdbc.sql(
                        """
                        select agency, kind, book, format from dossier.document_format
                         where agency in (:agency, '') and kind in (:kind, '')
                         order by agency desc, kind desc
                         limit 1
                        """)
                .param("agency", agency)
                .param("kind", kind)
                .query(Rule.class)
                .single();
    }

    List<Rule> rules(String agency) {
        return jdbc.sql(
                        """
                        select agency, kind, book, format from dossier.document_format
                         where agency in (:agency, '')
                         order by kind, agency
                        """)
                .param("agency", agency)
                .query(Rule.class)
                .list();
    }
}
