package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Blocks.task;
import static vn.motcua.workflow.Play.refused;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.worktime.TimeLimit;

class SeveralPeopleTest {
    private static Process council(Several several) {
        return Process.of(
                "council",
                List.of(
                        task(
                                        "council",
                                        OutcomeDefinition.of("agree", "sign"),
                                        OutcomeDefinition.of("object", "refuse"),
                                        OutcomeDefinition.of("unsure", "refuse"))
                                .withWork(StepDefinition.Work.PLAIN.by(several))
                                .withTimers(
                                        TimerDefinition.ending(
                                                TimeLimit.workingDays(3), "agree", null)),
                        task("sign", OutcomeDefinition.of("ok", "end").issuing(Issue.GRANTED)),
                        task("refuse", OutcomeDefinition.of("ok", "end").issuing(Issue.REJECTED)),
                        StepDefinition.end("end")));
    }

    @Test
    void all_are_heard_and_only_one_voice_carries() {
        var play = Play.of(council(Several.all(3, "unsure")));
        play.vote(1, "agree").vote(3, "agree");
        assertThat(play.open()).containsExactly("council");
        play.vote(2, "agree");
        assertThat(play.open()).containsExactly("sign");

        var split = Play.of(council(Several.all(3, "unsure")));
        split.vote(1, "agree").vote(2, "object");
        assertThat(split.open()).as("the third is heard all the same").containsExactly("council");
        split.vote(3, "agree");
        assertThat(split.closedWith()).isEqualTo("unsure");
    }

    @Test
    void the_first_to_answer_decides() {
        var play = Play.of(council(Several.first(4)));
        play.vote(3, "object");
        assertThat(play.closedWith()).isEqualTo("object");
        assertThat(play.open()).containsExactly("refuse");
    }

    @Test
    void a_quorum_decides_as_soon_as_it_is_there_or_can_no_longer_be() {
        var play = Play.of(council(Several.quorum(2, 3, "object")));
        play.vote(2, "agree").vote(1, "agree");
        assertThat(play.closedWith()).isEqualTo("agree");

        var never = Play.of(council(Several.quorum(3, 4, "object")));
        never.vote(1, "agree").vote(2, "unsure");
        assertThat(never.open()).containsExactly("council");
        never.vote(3, "object");
        assertThat(never.closedWith()).isEqualTo("object");
    }

    @Test
    void one_seat_has_one_vote_and_nobody_decides_alone() {
        var play = Play.of(council(Several.quorum(2, 3, "object")));
        play.vote(1, "agree");
        var token = play.state.open().getFirst().token();
        refused(Refusal.SEAT_TAKEN, () -> play.vote(1, "object"));
        refused(Refusal.NO_SUCH_SEAT, () -> play.vote(4, "object"));
        refused(Refusal.NO_SUCH_SEAT, () -> play.vote(0, "object"));
        refused(Refusal.NO_SUCH_OUTCOME, () -> play.vote(2, "sell"));
        refused(Refusal.TAKES_VOTES, () -> play.apply(new Action.Complete(token, "agree")));
        assertThat(play.state.votes(token)).containsExactly(java.util.Map.entry(1, "agree"));
    }

    @Test
    void a_step_of_one_person_takes_no_votes() {
        var play = Play.of(council(Several.first(2))).vote(1, "agree");
        refused(Refusal.NO_SUCH_SEAT, () -> play.vote(1, "ok"));
    }

    @Test
    void a_timer_ends_the_step_whatever_the_votes() {
        var play = Play.of(council(Several.all(3, "unsure"))).vote(1, "object");
        play.apply(new Action.TimerFired("council", 0));
        assertThat(play.open()).containsExactly("sign");
    }

    @Test
    void votes_are_told_and_stored_by_seat() {
        var play = Play.of(council(Several.quorum(2, 3, "object"))).vote(2, "object");
        var open = play.state.open().getFirst();
        assertThat(play.effects)
                .containsExactly(new Effect.Voted(open, 2, open.step().outcomes().get(1)));
        assertThat(play.state.toJson())
                .isEqualTo("{\"tokens\":[\"1@council\"],\"votes\":[\"1#2=object\"]}");
        var shuffled = "{\"votes\": [\"1#2=object\"], \"tokens\": [\"1@council\"]}";
        assertThat(play.process.state(shuffled)).isEqualTo(play.state);
    }

    /// Whoever is asked in whatever order: a step of several people always comes to an outcome,
    /// at the latest with the last vote, and to one that the rule allows.
    @Property(tries = 500)
    void people_always_come_to_something(
            @ForAll @IntRange(min = 2, max = 7) int count,
            @ForAll @IntRange(min = 1, max = 7) int quorum,
            @ForAll Several.Rule rule,
            @ForAll long luck) {
        var several =
                switch (rule) {
                    case ALL -> Several.all(count, "unsure");
                    case FIRST -> Several.first(count);
                    case QUORUM -> Several.quorum(Math.min(quorum, count), count, "unsure");
                };
        var random = new java.util.Random(luck);
        var play = Play.of(council(several));
        var seats = new java.util.ArrayList<Integer>();
        for (int seat = 1; seat <= count; seat++) seats.add(seat);
        java.util.Collections.shuffle(seats, random);
        var given = new java.util.ArrayList<String>();
        for (int seat : seats) {
            if (!play.open().contains("council")) break;
            var vote = List.of("agree", "object", "unsure").get(random.nextInt(3));
            given.add(vote);
            play.vote(seat, vote);
        }
        assertThat(play.open()).doesNotContain("council");
        var outcome = play.closedWith();
        long same = given.stream().filter(outcome::equals).count();
        if (same < several.needed()) assertThat(outcome).isEqualTo("unsure");
        if (rule == Several.Rule.FIRST) assertThat(given).hasSize(1);
        if (rule == Several.Rule.ALL) assertThat(given).hasSize(count);
    }
}
