package vn.motcua.procedure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.Catalogue.Found;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.OnlineReach;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;

/// All procedures of one moment, immutable and in memory, ready to be searched. Documents are
/// numbered by the alphabet of their names, terms by their own, so a prefix is a range.
final class CatalogueIndex {
    static final int NAME = 100;
    private static final int NAME_ENGLISH = 90;
    private static final int KEYWORD = 80;
    private static final int FIELD = 30;
    private static final int RESULT = 20;
    private static final int SUMMARY = 12;
    private static final int CACHED = 4_000;

    final Release[] releases;
    final String[] terms;
    final int[][] docs;
    final byte[][] weights;
    final int[] rarity;
    final String[] display;
    final int[][] names;
    final int[][] englishNames;
    final int[][][] keywords;
    final int[] events;
    final byte[] audiences;
    final byte[] levels;
    final boolean[] online;
    final OnlineReach[] reach;

    /// Points for being used: a little for each doubling.
    final int[] use;
    final ProcedureRecord.Field[] fields;
    final int[] fieldOf;
    final String[] agencies;
    final int[] agencyOf;
    final Map<String, int[]> markedDocs;
    final Map<String, Integer> docByCode = new HashMap<>();
    final WordList words;
    private final Map<Query, Found> recent = new ConcurrentHashMap<>();

    CatalogueIndex(List<Release> current, WordList words) {
        this(current, words, Map.of());
    }

    /// @param used how often procedures were gone through lately, by code
    CatalogueIndex(List<Release> current, WordList words, Map<String, Integer> used) {
        this.words = words;
        releases =
                current.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Release release) ->
                                                        Fold.fold(release.record().name().vi()))
                                        .thenComparing(Release::id))
                        .toArray(Release[]::new);
        int size = releases.length;
        names = new int[size][];
        englishNames = new int[size][];
        keywords = new int[size][][];
        events = new int[size];
        audiences = new byte[size];
        levels = new byte[size];
        online = new boolean[size];
        reach = new OnlineReach[size];
        use = new int[size];
        fieldOf = new int[size];
        var fieldNumbers = new TreeMap<String, ProcedureRecord.Field>();
        for (var release : releases) {
            fieldNumbers.putIfAbsent(release.record().field().code(), release.record().field());
        }
        fields = fieldNumbers.values().toArray(ProcedureRecord.Field[]::new);
        var fieldCodes = fieldNumbers.keySet().toArray(String[]::new);
        for (int doc = 0; doc < size; doc++) {
            fieldOf[doc] = Arrays.binarySearch(fieldCodes, releases[doc].record().field().code());
        }
        agencies =
                Arrays.stream(releases)
                        .map(CatalogueIndex::agency)
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        agencyOf =
                Arrays.stream(releases)
                        .mapToInt(release -> Arrays.binarySearch(agencies, agency(release)))
                        .toArray();
        var gathered = new TreeMap<String, Map<Integer, Integer>>();
        for (int doc = 0; doc < size; doc++) gather(doc, gathered);
        terms = gathered.keySet().toArray(String[]::new);
        docs = new int[terms.length][];
        weights = new byte[terms.length][];
        rarity = new int[terms.length];
        int term = 0;
        for (var postings : gathered.values()) store(term++, postings);
        markedDocs = markedPostings();
        display = displayForms();
        for (int doc = 0; doc < size; doc++) remember(doc, used);
    }

    private static String agency(Release release) {
        return release.record().executing().unitGroup();
    }

    private void gather(int doc, Map<String, Map<Integer, Integer>> gathered) {
        var record = releases[doc].record();
        add(gathered, doc, record.name().vi(), NAME);
        add(gathered, doc, record.name().en(), NAME_ENGLISH);
        add(gathered, doc, record.code(), NAME);
        record.keywords().forEach(keyword -> add(gathered, doc, keyword, KEYWORD));
        add(gathered, doc, record.field().name().vi(), FIELD);
        add(gathered, doc, record.field().name().en(), FIELD);
        add(gathered, doc, record.field().code(), FIELD);
        record.results().forEach(result -> add(gathered, doc, result.name().vi(), RESULT));
        add(gathered, doc, record.summary().vi(), SUMMARY);
        add(gathered, doc, record.summary().en(), SUMMARY);
    }

    private static void add(
            Map<String, Map<Integer, Integer>> gathered, int doc, String text, int weight) {
        for (var word : Fold.fold(text).split(" ", -1)) {
            if (word.isEmpty() || word.length() > 40) continue;
            gathered.computeIfAbsent(word, _ -> new TreeMap<>()).merge(doc, weight, Math::max);
        }
    }

    private void store(int term, Map<Integer, Integer> postings) {
        docs[term] = postings.keySet().stream().mapToInt(Integer::intValue).toArray();
        weights[term] = new byte[postings.size()];
        int at = 0;
        for (int weight : postings.values()) weights[term][at++] = (byte) weight;
        double all = Math.log(releases.length + 1.0);
        rarity[term] = (int) (16 + 16 * (all - Math.log(postings.size())) / Math.max(all, 1));
    }

    private void remember(int doc, Map<String, Integer> used) {
        var record = releases[doc].record();
        names[doc] = ids(record.name().vi());
        englishNames[doc] = ids(record.name().en());
        keywords[doc] = record.keywords().stream().map(this::ids).toArray(int[][]::new);
        for (LifeEvent event : record.lifeEvents()) events[doc] |= 1 << event.ordinal();
        for (var audience : record.audiences()) audiences[doc] |= (byte) (1 << audience.ordinal());
        for (var level : record.levels()) levels[doc] |= (byte) (1 << level.ordinal());
        online[doc] = record.offers(vn.motcua.procedure.Channel.ONLINE);
        reach[doc] = OnlineReach.of(releases[doc]);
        docByCode.put(record.code(), doc);
        use[doc] = 5 * (32 - Integer.numberOfLeadingZeros(used.getOrDefault(record.code(), 0)));
    }

    private int[] ids(String text) {
        return Arrays.stream(Fold.fold(text).split(" ", -1))
                .mapToInt(this::term)
                .filter(id -> id >= 0)
                .toArray();
    }

    private Map<String, int[]> markedPostings() {
        var gathered = new HashMap<String, List<Integer>>();
        for (int doc = 0; doc < releases.length; doc++) {
            var record = releases[doc].record();
            var seen = new java.util.HashSet<>(Typing.marked(record.name().vi()));
            record.keywords().forEach(keyword -> seen.addAll(Typing.marked(keyword)));
            for (var word : seen) {
                gathered.computeIfAbsent(word, _ -> new ArrayList<>()).add(doc);
            }
        }
        var postings = new HashMap<String, int[]>();
        gathered.forEach(
                (word, list) ->
                        postings.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
        return Map.copyOf(postings);
    }

    /// How a term is written most often.
    private String[] displayForms() {
        var counts = new HashMap<String, Map<String, Integer>>();
        for (var release : releases) {
            count(counts, release.record().name().vi());
            release.record().keywords().forEach(keyword -> count(counts, keyword));
        }
        var forms = terms.clone();
        for (int term = 0; term < terms.length; term++) {
            var written = counts.get(terms[term]);
            if (written == null) continue;
            forms[term] =
                    written.entrySet().stream()
                            .max(
                                    Map.Entry.<String, Integer>comparingByValue()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .orElseThrow()
                            .getKey();
        }
        return forms;
    }

    private static void count(Map<String, Map<String, Integer>> counts, String text) {
        for (var word :
                Fold.tidy(text).toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.isEmpty()) continue;
            counts.computeIfAbsent(Fold.fold(word), _ -> new HashMap<>())
                    .merge(word, 1, Integer::sum);
        }
    }

    /// Number of a term; negative when the catalogue does not have it.
    int term(String word) {
        return Arrays.binarySearch(terms, word);
    }

    int size() {
        return releases.length;
    }

    Found search(Query query) {
        var known = recent.get(query);
        if (known != null) return known;
        var found = new Search(this, query).run();
        if (recent.size() >= CACHED) recent.clear();
        recent.put(query, found);
        return found;
    }
}
