package vn.motcua.dossier.internal.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.SampleDossiers;
import vn.motcua.form.Answers;
import vn.motcua.form.Drafts;
import vn.motcua.identity.Account;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.Staff;
import vn.motcua.worktime.Calendars;

/// Plays the plan. Within an agency everything happens in the order of its moments, so that
/// numbers of dossiers and documents follow the days; two agencies are played side by side.
@Component
class SampleLoad implements SampleDossiers {
    private static final int SIDE_BY_SIDE = 2;
    private static final int TOLD_EVERY = 50;

    private final Agencies agencies;
    private final Staff staff;
    private final Calendars calendars;
    private final Course course;
    private final Acts acts;
    private final Drafts drafts;
    private final Asking asking;

    SampleLoad(
            Agencies agencies,
            Staff staff,
            Calendars calendars,
            Course course,
            Acts acts,
            Drafts drafts,
            Asking asking) {
        this.agencies = agencies;
        this.staff = staff;
        this.calendars = calendars;
        this.course = course;
        this.acts = acts;
        this.drafts = drafts;
        this.asking = asking;
    }

    @Override
    public int load(Cast cast, Amount amount, Instant until, Progress progress) {
        var plan = new SamplePlan(until);
        var sites = new Sites(cast);
        guided(plan, sites, cast);
        if (amount == Amount.MANY) everybody(plan, sites);
        var lives = plan.lives();
        play(lives, until, progress);
        draft(Filer.of(cast.mother(), Place.BEN_THANH), until);
        return lives.size();
    }

    /// What the guided tour needs.
    private static void guided(SamplePlan plan, Sites sites, Cast cast) {
        var ward = sites.commune(Place.BEN_THANH);
        var mother = Filer.of(cast.mother(), Place.BEN_THANH);
        var business = Filer.of(cast.businessMan(), Place.BEN_THANH);
        plan.tell(
                ward,
                SampleAnswers.BIRTH,
                mother,
                Fate.ASKED_AT_RECEPTION_WAITING,
                Duration.ofHours(12));
        plan.tell(
                sites.provincialPolice(),
                SampleAnswers.RECORD,
                mother,
                Fate.PROMPT,
                Duration.ofHours(140));
        plan.tell(ward, SampleAnswers.HOUSEHOLD, business, Fate.UNCOLLECTED, Duration.ofHours(60));
        plan.tell(
                sites.trade(),
                SampleAnswers.PROMOTION,
                business,
                Fate.PROMPT,
                Duration.ofHours(30));
        for (int i = 0; i < 4; i++) {
            var other = ward.filers().get(i % ward.filers().size());
            var procedure = i % 2 == 0 ? SampleAnswers.BIRTH : SampleAnswers.HOUSEHOLD;
            plan.tell(ward, procedure, other, Fate.NEW, Duration.ofMinutes(20 + 45L * i));
        }
        var shared =
                List.of(
                        SampleMatters.BUILDING,
                        SampleMatters.PENSION,
                        SampleMatters.LAND,
                        SampleMatters.NEWBORN);
        for (int i = 0; i < shared.size(); i++)
            plan.tell(
                    ward,
                    shared.get(i),
                    ward.filers().get(i % ward.filers().size()),
                    Fate.NEW,
                    Duration.ofMinutes(30 + 50L * i));
        var random = new java.util.Random(7);
        for (int i = 0; i < 3; i++) {
            var walkIn = Filer.walkIn(Place.BEN_THANH, random);
            var procedure = i == 1 ? SampleAnswers.HOUSEHOLD : SampleAnswers.BIRTH;
            plan.tell(ward, procedure, walkIn, Fate.AT_SIGNATURE, Duration.ofHours(3 + i));
        }
        plan.tell(
                ward,
                SampleAnswers.DEATH,
                Filer.walkIn(Place.BEN_THANH, random),
                Fate.STUCK,
                Duration.ofHours(20));
    }

    private void everybody(SamplePlan plan, Sites sites) {
        var ward = sites.commune(Place.BEN_THANH);
        plan.many(ward, SampleAnswers.BIRTH, 54);
        plan.many(ward, SampleAnswers.HOUSEHOLD, 36);
        plan.many(ward, SampleAnswers.DEATH, 20);
        plan.many(sites.police(Place.BEN_THANH), SampleAnswers.LODGING, 36);
        plan.many(sites.provincialPolice(), SampleAnswers.RECORD, 25);
        plan.many(sites.trade(), SampleAnswers.PROMOTION, 17);
        for (var place : List.of(Place.BA_DINH, ngheAn())) {
            plan.many(sites.commune(place), SampleAnswers.BIRTH, 13);
            plan.many(sites.commune(place), SampleAnswers.HOUSEHOLD, 8);
            plan.many(sites.commune(place), SampleAnswers.DEATH, 4);
            plan.many(sites.police(place), SampleAnswers.LODGING, 7);
        }
    }

    private Place ngheAn() {
        var first = agencies.ofKind(AgencyKind.COMMUNE_COMMITTEE, "40").getFirst();
        return Place.ngheAn(Objects.requireNonNull(first.communeCode()));
    }

    private void play(List<Life> lives, Instant until, Progress progress) {
        var byAgency = new LinkedHashMap<String, List<Life>>();
        lives.forEach(
                life ->
                        byAgency.computeIfAbsent(life.office.agency(), _ -> new ArrayList<>())
                                .add(life));
        var biggestFirst =
                byAgency.values().stream()
                        .sorted(
                                Comparator.comparingInt((List<Life> some) -> some.size())
                                        .reversed())
                        .toList();
        var done = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var running = new ArrayList<Future<?>>();
            for (var some : biggestFirst)
                running.add(
                        workers.submit(
                                () -> playAgency(some, until, done, lives.size(), progress)));
            for (var one : running) one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("sample dossiers could not be made", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void playAgency(
            List<Life> lives, Instant until, AtomicInteger done, int of, Progress progress) {
        var queue =
                new PriorityQueue<>(
                        Comparator.comparing(Course.Next::at)
                                .thenComparing(next -> next.life().number));
        for (var life : lives) {
            var next = next(life, done);
            if (next != null) queue.add(next);
        }
        while (!queue.isEmpty() && !queue.peek().at().isAfter(until)) {
            var next = queue.poll();
            boolean isNew = next.at().equals(next.life().start);
            PlatformClock.at(next.at(), next.act());
            var then = course.after(next.life(), next.at());
            if (then != null) queue.add(then);
            if (isNew && done.incrementAndGet() % TOLD_EVERY == 0) progress.made(done.get(), of);
        }
    }

    /// Its filing, or what follows where it was left.
    private Course.@Nullable Next next(Life life, AtomicInteger done) {
        var moved = acts.lastMoved(life);
        if (moved.isEmpty()) return course.first(life);
        done.incrementAndGet();
        return course.after(life, moved.get());
    }

    private void draft(Filer mother, Instant now) {
        var answers =
                Answers.of(
                        Map.of(
                                "founder", "person",
                                "ownerName", mother.name(),
                                "ownerBirthDate", mother.birthDate().toString(),
                                "ownerSex", mother.sex(),
                                "ownerPersonalId", mother.personalId(),
                                "ownerAddress", mother.address(),
                                "ownerPhone", mother.phone()));
        var release = acts.release(SampleAnswers.HOUSEHOLD).id();
        PlatformClock.at(
                now.minus(Duration.ofHours(26)),
                () ->
                        asking.run(
                                mother.caller(),
                                () -> {
                                    if (!drafts.list().isEmpty()) return;
                                    var draft =
                                            drafts.open(
                                                    new Drafts.NewDraft(
                                                            release,
                                                            "ONLINE",
                                                            mother.account(),
                                                            null,
                                                            null,
                                                            Answers.empty()));
                                    var _ = drafts.save(draft.with(answers, "owner"));
                                }));
    }

    /// Offices with their people, made once each.
    private final class Sites {
        private final Map<String, SamplePlan.Site> known = new LinkedHashMap<>();
        private final List<Account> citizens;

        Sites(Cast cast) {
            citizens = cast.others();
        }

        SamplePlan.Site commune(Place place) {
            return site("commune", place);
        }

        SamplePlan.Site police(Place place) {
            return site("commune-police", place);
        }

        SamplePlan.Site provincialPolice() {
            return site("provincial-police", Place.BEN_THANH);
        }

        SamplePlan.Site trade() {
            return site("department-industry-trade", Place.BEN_THANH);
        }

        private SamplePlan.Site site(String group, Place place) {
            var agency =
                    agencies.competent(group, place.province(), place.commune())
                            .orElseThrow()
                            .code();
            return known.computeIfAbsent(
                    agency,
                    code ->
                            new SamplePlan.Site(
                                    Office.of(code, place, staff.inAgency(code)),
                                    calendars.of(code),
                                    filers(place)));
        }

        private List<Filer> filers(Place place) {
            return citizens.stream()
                    .filter(account -> place.commune().equals(account.communeCode()))
                    .map(account -> Filer.of(account, place))
                    .toList();
        }
    }
}
