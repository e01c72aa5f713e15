package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.OnlineReach.Obstacle;
import vn.motcua.procedure.OnlineReach.Why;
import vn.motcua.procedure.internal.SampleReleases;

/// The level of online service follows from the release, whatever a decision declares.
class OnlineReachTest {
    private static final String FORM = "sections: []\n";
    private static final String PAPER =
            "[{id: p, name: {vi: Hộ chiếu, en: Passport}, handling: %s, required: %s, originals: 1, channels: [%s]%s}]";

    private static Release release(String components, String step, boolean form, String channels) {
        var yaml =
                SampleReleases.yaml(
                        "1.001193",
                        1,
                        "Thử",
                        "components",
                        components,
                        "channels",
                        "[" + channels + "]");
        var read = SampleReleases.release(yaml);
        var process =
                "start: a\nsteps:\n  - {id: a, name: X, "
                        + step
                        + "outcomes: [{id: x, to: [end]}]}\n";
        var files =
                form
                        ? ReleaseFiles.ofTexts(
                                Map.of(
                                        ReleaseFiles.PROCEDURE,
                                        yaml,
                                        ReleaseFiles.FORM,
                                        FORM,
                                        ReleaseFiles.PROCESS,
                                        process),
                                new FaultSink())
                        : read.files();
        return new Release(read.id(), read.record(), files, read.hash());
    }

    private static final String ONLINE = "{channel: ONLINE}, {channel: DIRECT}";

    @Test
    void nothing_that_forces_a_visit_is_fully_online() {
        assertThat(OnlineReach.of(release("[]", "", true, ONLINE)))
                .isEqualTo(new OnlineReach(OnlineLevel.FULL, null));
    }

    @Test
    void what_cannot_be_filed_online_is_information_only_and_says_why() {
        assertThat(OnlineReach.of(release("[]", "", false, ONLINE)).first())
                .isEqualTo(new Obstacle(Why.NO_FORM, null));
        assertThat(OnlineReach.of(release("[]", "", true, "{channel: DIRECT}")).first())
                .isEqualTo(new Obstacle(Why.NO_CHANNEL, null));
    }

    @Test
    void the_first_obstacle_is_named_in_the_releases_words() {
        var shown = PAPER.formatted("PRESENT", "true", "ONLINE", "");
        var visit = "visit: {vi: Ký sổ, en: Sign the book}, ";
        assertThat(OnlineReach.of(release(shown, visit, true, ONLINE)))
                .isEqualTo(
                        new OnlineReach(
                                OnlineLevel.PARTIAL,
                                new Obstacle(Why.PAPER, new LocalText("Hộ chiếu", "Passport"))));
        assertThat(OnlineReach.of(release("[]", visit, true, ONLINE)).first())
                .isEqualTo(new Obstacle(Why.STEP, new LocalText("Ký sổ", "Sign the book")));
    }

    @Test
    void a_step_of_another_way_of_filing_forces_nobody_online() {
        var counter = "visit: Ký sổ, onlyWhen: \"channel == 'DIRECT'\", ";
        assertThat(OnlineReach.of(release("[]", counter, true, ONLINE)).level())
                .isEqualTo(OnlineLevel.FULL);
        var abroad = "visit: Ký sổ, onlyWhen: \"abroad == true\", ";
        assertThat(OnlineReach.of(release("[]", abroad, true, ONLINE)).level())
                .isEqualTo(OnlineLevel.PARTIAL);
    }

    /// Full exactly when it can be filed online and neither a paper nor a step asks to come.
    @Property(tries = 200)
    void the_level_follows_from_the_facts(
            @ForAll boolean form,
            @ForAll boolean online,
            @ForAll boolean shown,
            @ForAll boolean required,
            @ForAll boolean replaced,
            @ForAll boolean onlineToo,
            @ForAll boolean visit) {
        var paper =
                PAPER.formatted(
                        shown ? "PRESENT" : "SUBMIT",
                        required,
                        onlineToo ? "ONLINE, DIRECT" : "DIRECT",
                        replaced ? ", replacedBy: {register: population}" : "");
        var reach =
                OnlineReach.of(
                        release(
                                paper,
                                visit ? "visit: Ký sổ, " : "",
                                form,
                                online ? ONLINE : "{channel: DIRECT}"));
        boolean paperForces = shown && required && !replaced && onlineToo;
        var expected =
                !form || !online
                        ? OnlineLevel.NONE
                        : paperForces || visit ? OnlineLevel.PARTIAL : OnlineLevel.FULL;
        assertThat(reach.level()).isEqualTo(expected);
        assertThat(reach.first() == null).isEqualTo(expected == OnlineLevel.FULL);
    }
}
