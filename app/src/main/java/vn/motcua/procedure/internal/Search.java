package vn.motcua.procedure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.Catalogue.Facets;
import vn.motcua.procedure.Catalogue.Found;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.Release;

/// One search: words become units, units give points to documents, the documents with most
/// units and points come first. All words must be met; where no procedure meets them all, words
/// are mended more boldly, and in the end most of them suffice.
final class Search {
    private static final int MARKS = 40;

    private final CatalogueIndex index;
    private final Query query;
    private final int[] score;
    private final int[] lastUnit;
    private final int[] lastPoints;
    private final byte[] met;

    Search(CatalogueIndex index, Query query) {
        this.index = index;
        this.query = query;
        score = new int[index.size()];
        lastUnit = new int[index.size()];
        lastPoints = new int[index.size()];
        met = new byte[index.size()];
    }

    Found run() {
        var words = Typing.words(query.text());
        var code = ProcedureCodes.in(query.text());
        if (code != null && index.docByCode.containsKey(code)) {
            return only(index.docByCode.get(code));
        }
        if (words.isEmpty()) return page(allDocs(), List.of(), false);
        var units = Units.of(index, words, query.literal(), false);
        var matched = match(units, units.size());
        if (matched.length == 0 && !query.literal()) {
            units = Units.of(index, words, false, true);
            matched = match(units, units.size());
        }
        boolean partly = false;
        for (int enough = query.literal() ? 0 : units.size() - 1;
                matched.length == 0 && enough >= Math.max(1, (units.size() + 1) / 2);
                enough--) {
            matched = match(units, enough);
            partly = matched.length > 0;
        }
        if (matched.length == 0) return nothing(words);
        new Ranking(index, units).reward(matched, score);
        rewardMarks();
        return page(matched, units, partly);
    }

    private Found only(int doc) {
        var facets = new FacetCount(index);
        facets.add(doc);
        return new Found(
                List.of(index.releases[doc]), 1, null, facets.counted(), null, false, List.of());
    }

    private Found nothing(List<String> words) {
        return new Found(List.of(), 0, null, Facets.NONE, null, false, Units.nearest(index, words));
    }

    private int[] allDocs() {
        var all = new int[index.size()];
        Arrays.setAll(all, doc -> doc);
        return all;
    }

    /// Documents that meet at least `enough` units.
    private int[] match(List<Unit> units, int enough) {
        Arrays.fill(score, 0);
        Arrays.fill(lastUnit, 0);
        Arrays.fill(met, (byte) 0);
        for (int unit = 0; unit < units.size(); unit++) {
            for (var meaning : units.get(unit).meanings()) give(unit + 1, meaning);
        }
        var matched = new int[index.size()];
        int count = 0;
        for (int doc = 0; doc < met.length; doc++) {
            if (met[doc] >= enough) matched[count++] = doc;
        }
        return Arrays.copyOf(matched, count);
    }

    private void give(int unit, Unit.Meaning meaning) {
        if (meaning.terms().length == 1) {
            int term = meaning.terms()[0];
            var docs = index.docs[term];
            var weights = index.weights[term];
            int factor = meaning.quality() * index.rarity[term];
            for (int i = 0; i < docs.length; i++) {
                give(unit, docs[i], weights[i] * factor >> 10);
            }
            return;
        }
        int rarest = meaning.terms()[0];
        for (int term : meaning.terms()) {
            if (index.docs[term].length < index.docs[rarest].length) rarest = term;
        }
        for (int doc : index.docs[rarest]) {
            int points = points(doc, meaning);
            if (points > 0) give(unit, doc, points);
        }
    }

    /// Points of a meaning of several words, all of which must be there.
    private int points(int doc, Unit.Meaning meaning) {
        int sum = 0;
        for (int term : meaning.terms()) {
            int at = Arrays.binarySearch(index.docs[term], doc);
            if (at < 0) return 0;
            sum += index.weights[term][at] * meaning.quality() * index.rarity[term] >> 10;
        }
        return sum;
    }

    private void give(int unit, int doc, int points) {
        if (lastUnit[doc] != unit) {
            lastUnit[doc] = unit;
            lastPoints[doc] = points;
            met[doc]++;
            score[doc] += points;
        } else if (points > lastPoints[doc]) {
            score[doc] += points - lastPoints[doc];
            lastPoints[doc] = points;
        }
    }

    /// Who types marks means them: procedures written exactly so come first.
    private void rewardMarks() {
        for (var word : Typing.marked(query.text())) {
            var docs = index.markedDocs.get(word);
            if (docs == null) continue;
            for (int doc : docs) score[doc] += MARKS;
        }
    }

    private boolean passes(int doc) {
        var event = query.event();
        if (event != null && (index.events[doc] & 1 << event.ordinal()) == 0) return false;
        var audience = query.audience();
        if (audience != null && (index.audiences[doc] & 1 << audience.ordinal()) == 0) return false;
        var level = query.level();
        if (level != null && (index.levels[doc] & 1 << level.ordinal()) == 0) return false;
        if (query.online() && !index.online[doc]) return false;
        if (query.reach() != null && index.reach[doc].level() != query.reach()) return false;
        var agency = query.agency();
        if (agency != null && !index.agencies[index.agencyOf[doc]].equals(agency)) return false;
        var field = query.field();
        return field == null || index.releases[doc].record().field().code().equals(field);
    }

    private Found page(int[] matched, List<Unit> units, boolean partly) {
        var facets = new FacetCount(index);
        var best = new Best(query.size() + 1);
        long after = after();
        int total = 0;
        int top = -1;
        for (int doc : matched) {
            if (!passes(doc)) continue;
            total++;
            facets.add(doc);
            long key = key(doc);
            if (top < 0 || key > key(top)) top = doc;
            if (key < after) best.offer(key);
        }
        var keys = best.descending();
        List<Release> hits = new ArrayList<>(query.size());
        int shown = Math.min(keys.length, query.size());
        for (int i = 0; i < shown; i++) hits.add(index.releases[doc(keys[i])]);
        var next = keys.length > shown ? nextKey(doc(keys[shown - 1])) : null;
        var mended = top < 0 || partly ? null : Unit.mended(index, units, top);
        return new Found(hits, total, next, facets.counted(), mended, partly, List.of());
    }

    private long key(int doc) {
        return (long) score[doc] << 32 | Integer.MAX_VALUE - doc;
    }

    private static int doc(long key) {
        return Integer.MAX_VALUE - (int) key;
    }

    /// `score-code` of the last hit shown.
    private String nextKey(int doc) {
        return score[doc] + "-" + index.releases[doc].record().code();
    }

    private long after() {
        @Nullable String after = query.after();
        if (after == null) return Long.MAX_VALUE;
        int sign = after.indexOf('-');
        try {
            long points = Integer.parseInt(after, 0, Math.max(sign, 0), 10);
            int doc = index.docByCode.getOrDefault(after.substring(sign + 1), -1);
            return points << 32 | Integer.MAX_VALUE - doc;
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
