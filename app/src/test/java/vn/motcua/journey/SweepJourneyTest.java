package vn.motcua.journey;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.TestPlatform;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journey.Visitor.Device;

/// Visits every kind of page in both languages at three widths: nothing sticks out, no
/// message key stands where words should, and axe finds nothing (quality, P4).
class SweepJourneyTest extends Journey {
    private static final int[] WIDTHS = {320, 768, 1280};
    private static final List<String> PROCEDURES =
            List.of("1.000656", "1.001193", "1.001612", "2.000033", "2.001159", "3.000333");

    @ParameterizedTest
    @ValueSource(strings = {"vi-VN", "en-GB"})
    void public_pages_keep_every_promise(String language) {
        var addresses =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/procedures",
                                "/procedures?q=khai+sinh",
                                "/procedures?q=zzzzqqq",
                                "/tracking",
                                "/sign-in",
                                "/help",
                                "/verify",
                                "/queue/" + TestPlatform.WARD,
                                "/queue/" + TestPlatform.WARD + "/screen",
                                "/components",
                                "/no-such-page"));
        PROCEDURES.forEach(code -> addresses.add("/procedures/" + code));
        var code = births.filed("Phan Bảo Ngọc");
        births.accept(code);
        addresses.add("/tracking?code=" + code + "&key=" + births.trackingKey(code));
        addresses.add("/tracking?code=" + code + "&key=WRONG");
        sweep(visitor(new Device(320, language, true)), "public-" + language, addresses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi-VN", "en-GB"})
    void pages_of_a_person_keep_every_promise(String language) {
        var waiting = births.filed("Phan Tuấn Kiệt");
        var accepted = births.filed("Phan Gia Linh");
        births.accept(accepted);
        var draft = births.filed("Phan Thảo My");
        births.accept(draft);
        births.step(TestPlatform.CASE_OFFICER, draft, "eligible");
        var done = births.filed("Phan Đình Phong");
        births.finish(done);
        var mother =
                signedIn(TestPlatform.MOTHER, new Device(320, language, true), "/apply/1.001193");
        mother.page.locator("main form button").last().click();
        var form = mother.at();
        var addresses =
                new ArrayList<>(
                        List.of(
                                "/account",
                                "/account/looks",
                                "/helped",
                                "/dossiers",
                                "/dossiers/" + accepted + "/messages",
                                "/apply/1.001193",
                                "/apply/2.000033",
                                form,
                                form + "/q/birth-kind",
                                form + "/q/requester",
                                form + "/q/child-birthplace",
                                form + "/q/copies",
                                form + "/check",
                                form + "/discard",
                                "/dossiers/" + waiting + "/confirmation",
                                "/dossiers/" + waiting + "/withdraw"));
        for (var code : List.of(waiting, accepted, draft, done)) addresses.add("/dossiers/" + code);
        sweep(mother, "person-" + language, addresses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi-VN", "en-GB"})
    void desk_pages_keep_every_promise(String language) {
        var fresh = births.filed("Phan Hoài Nam");
        var accepted = births.filed("Phan Quỳnh Chi");
        births.accept(accepted);
        var receptionist =
                signedIn(TestPlatform.RECEPTIONIST, new Device(320, language, true), "/desk");
        var dossier = "/desk/dossiers/" + births.id(fresh);
        sweep(
                receptionist,
                "desk-" + language,
                List.of(
                        "/desk",
                        "/desk/counter",
                        "/desk/queue",
                        "/desk/register",
                        "/desk/documents",
                        "/desk/late",
                        "/desk/list",
                        "/desk/forecast",
                        "/desk/search",
                        "/desk/absence",
                        "/account",
                        dossier,
                        dossier + "/review",
                        dossier + "/history",
                        dossier + "/purpose",
                        dossier + "/acts/accept",
                        dossier + "/acts/supplement",
                        dossier + "/acts/refuse",
                        dossier + "/acts/stop",
                        "/desk/dossiers/" + births.id(accepted)));
        var officer = signedIn(TestPlatform.CASE_OFFICER, new Device(320, language, true), "/desk");
        var work = "/desk/dossiers/" + births.id(accepted);
        officer.open(work);
        var step =
                officer.page
                        .locator("section[aria-labelledby=choices] a[href*='/acts/step']")
                        .first()
                        .getAttribute("href");
        sweep(
                officer,
                "case-" + language,
                List.of(
                        "/desk",
                        work,
                        step,
                        work + "/opinions",
                        work + "/talk",
                        work + "/notes",
                        work + "/acts/pause",
                        work + "/acts/supplement"));
        var approver = signedIn(TestPlatform.APPROVER, new Device(320, language, true), work);
        sweep(
                approver,
                "approver-" + language,
                List.of(
                        work,
                        work + "/acts/extend",
                        work + "/acts/stop",
                        "/desk/approvals",
                        "/desk/documents/books"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi-VN", "en-GB"})
    void pages_of_leaders_keep_every_promise(String language) {
        births.accept(births.filed("Phan Thế Vinh"));
        platform.bean(JournalFeed.class).drainAll("insight.dossiers");
        var province =
                signedIn(
                        TestPlatform.PROVINCIAL_LEADER, new Device(320, language, true), "/leader");
        sweep(province, "province-" + language, List.of("/leader"));
        var leader = signedIn(TestPlatform.LEADER, new Device(320, language, true), "/leader");
        var behind = leader.page.locator("a.mc-kpi").last().getAttribute("href");
        sweep(
                leader,
                "leader-" + language,
                List.of(
                        "/leader",
                        behind,
                        "/leader/time",
                        "/leader/load",
                        "/leader/reasons",
                        "/desk/absence",
                        "/desk/queue/figures",
                        "/desk/queue/arrange",
                        "/desk/queue/arrange/kinds/new",
                        "/desk/queue/arrange/desks/1",
                        "/desk/queue/arrange/hours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi-VN", "en-GB"})
    void pages_of_operators_keep_every_promise(String language) {
        var operator =
                signedIn(TestPlatform.OPERATOR, new Device(320, language, true), "/operator");
        sweep(
                operator,
                "operator-" + language,
                List.of(
                        "/operator",
                        "/operator/calendar",
                        "/operator/calendar?what=HOURS",
                        "/operator/terms",
                        "/operator/processes",
                        "/operator/processes/1.013225/1",
                        "/account"));
    }

    private void sweep(Visitor visitor, String who, List<String> addresses) {
        for (var address : addresses) {
            visitor.open(address);
            var name =
                    "sweep-"
                            + who
                            + address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x")
                                    .replaceAll("[^a-zA-Z0-9.-]+", "_");
            visitor.weigh(name);
            for (int width : WIDTHS) visitor.width(width).look(name + "-" + width);
        }
    }

    @Test
    void the_desk_waits_for_no_one_unknown() {
        var stranger = visitor(Device.desk()).open("/desk");
        stranger.check("sweep-desk-closed");
        org.assertj.core.api.Assertions.assertThat(stranger.at()).startsWith("/sign-in");
    }
}
