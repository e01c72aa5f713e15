package vn.motcua.procedure.internal.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.internal.records.Published;

/// Published records as CPSV-AP, the European vocabulary of public services, in Turtle. Addresses
/// are relative to the place the file is read from.
final class Turtle {
    static final String PREFIXES =
            """
            @prefix adms: <http://www.w3.org/ns/adms#> .
            @prefix cpsv: <http://purl.org/vocab/cpsv#> .
            @prefix cv: <http://data.europa.eu/m8g/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix eli: <http://data.europa.eu/eli/ontology#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            """;

    private final StringBuilder out = new StringBuilder();
    private final List<String> lines = new ArrayList<>();

    private Turtle() {}

    static String of(Published record) {
        return new Turtle().service(record);
    }

    private String service(Published record) {
        var code = record.code();
        // An agency's own version has no file of its own: it is told without an address.
        var here = record.agency() == null ? "</data/procedures/" + iri(code) + ">" : "[]";
        add("a cpsv:PublicService");
        add("dct:identifier " + quoted(code));
        texts("dct:title", record.name());
        texts("dct:description", record.summary());
        for (var word : record.keywords()) add("dcat:keyword " + quoted(word) + "@vi");
        if (record.field() != null) texts("cv:sector", record.field().name());
        if (record.executing() != null || record.promulgatingAgency() != null) {
            add("cv:hasCompetentAuthority " + authority(record));
        }
        for (var document : record.legalBasis()) add("cv:hasLegalResource " + document(document));
        for (var paper : record.papers()) {
            add("cpsv:hasInput " + node("cv:Evidence", paper.code(), "dct:title", paper.name()));
        }
        for (var result : record.results()) {
            add("cpsv:produces " + node("cv:Output", result.code(), "dct:title", result.name()));
        }
        for (var way : record.ways()) way(way);
        for (var step : record.steps()) {
            add("cpsv:follows " + node("cpsv:Rule", null, "dct:description", step.name()));
        }
        for (var other : record.related()) {
            add("dct:relation </data/procedures/" + iri(other.code()) + ">");
        }
        var page = "/procedures/" + iri(code);
        if (record.agency() != null) page += "?agency=" + iri(record.agency());
        add("cv:isDescribedAt <" + page + ">");
        out.append(here).append("\n    ");
        return out.append(String.join(" ;\n    ", lines)).append(" .\n\n").toString();
    }

    private void way(Published.Way way) {
        var time = duration(way);
        var type = way.channel().name().toLowerCase(Locale.ROOT);
        add(
                "cv:hasChannel [ a cv:Channel ; dct:type "
                        + quoted(type)
                        + (time == null
                                ? ""
                                : " ; cv:processingTime " + quoted(time) + "^^xsd:duration")
                        + " ]");
        for (var fee : way.fees()) {
            var value = Boolean.TRUE.equals(fee.free()) ? Long.valueOf(0) : fee.amount();
            add(
                    "cv:hasCost [ a cv:Cost ; dct:description "
                            + quoted(fee.name().vi())
                            + "@vi"
                            + (value == null
                                    ? ""
                                    : " ; cv:value " + value + " ; cv:currency \"VND\"")
                            + " ]");
        }
    }

    /// Working days have no place in a duration: they are told as days, the words stay in JSON.
    private static @Nullable String duration(Published.Way way) {
        if (way.unit() == null || way.quantity() == null) return null;
        return switch (way.unit()) {
            case "WORKING_HOUR" -> "PT" + way.quantity() + "H";
            case "MONTH" -> "P" + way.quantity() + "M";
            case "YEAR" -> "P" + way.quantity() + "Y";
            default -> "P" + way.quantity() + "D";
        };
    }

    private static String authority(Published record) {
        var name = record.executing() == null ? record.promulgatingAgency() : record.executing();
        return "[ a cv:PublicOrganisation ; dct:title " + quoted(String.valueOf(name)) + "@vi ]";
    }

    private static String document(Published.Named document) {
        return "[ a eli:LegalResource ; dct:title "
                + quoted(document.name().vi())
                + "@vi"
                + (document.code() == null ? "" : " ; dct:identifier " + quoted(document.code()))
                + " ]";
    }

    private static String node(
            String type, @Nullable String code, String property, LocalText text) {
        return "[ a "
                + type
                + (code == null ? "" : " ; dct:identifier " + quoted(code))
                + " ; "
                + property
                + " "
                + both(text)
                + " ]";
    }

    private void texts(String property, @Nullable LocalText text) {
        if (text != null && !text.vi().isEmpty()) add(property + " " + both(text));
    }

    private static String both(LocalText text) {
        var vi = quoted(text.vi()) + "@vi";
        return text.en().equals(text.vi()) ? vi : vi + ", " + quoted(text.en()) + "@en";
    }

    private void add(String line) {
        lines.add(line);
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ') quoted.append("\\u%04X".formatted((int) c));
                    else quoted.append(c);
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String iri(String path) {
        return path.replaceAll("[^A-Za-z0-9._~/-]", "");
    }
}
