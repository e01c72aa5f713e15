package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.counter.CounterCleaning;
import vn.motcua.dossier.internal.queue.Queue;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.PositionKind;

/// Tickets, calling and the screen on the wall.
class QueueModuleTest {
    private static final String HALL = "/desk/queue";

    private final DeskHouse house = DeskHouse.open();

    private static String number(Surfer surfer, String ticket) {
        return Surfer.group("mc-queue-number\">([A-Z][0-9]+)<", surfer.page(ticket));
    }

    private static String take(Surfer surfer, String agency, String service, String... more) {
        surfer.page("/queue/" + agency);
        var fields = new ArrayList<>(List.of("service", service));
        fields.addAll(List.of(more));
        return surfer.sent("/queue/" + agency, fields.toArray(String[]::new));
    }

    private static <T> List<T> together(List<Callable<T>> works) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<T>();
            for (var done : threads.invokeAll(works)) all.add(done.get());
            return all;
        }
    }

    @Test
    void numbers_have_no_gaps_however_many_come_at_once_and_begin_anew_each_day() throws Exception {
        var surfer = Surfer.stranger(house);
        surfer.page("/queue/H29");
        var works =
                IntStream.range(0, 24)
                        .<Callable<String>>mapToObj(
                                _ -> () -> surfer.sent("/queue/H29", "service", "advice"))
                        .toList();
        var numbers =
                together(works).stream().map(ticket -> number(surfer, ticket)).sorted().toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 24).mapToObj("C%03d"::formatted).toList());
        var tomorrow = house.bean(Clock.class).instant().plus(Duration.ofDays(1));
        var queue = house.bean(Queue.class);
        var fresh = new ArrayList<String>();
        PlatformClock.at(
                tomorrow,
                () ->
                        house.asking.run(
                                Caller.anonymous(),
                                () -> fresh.add(queue.taken("H29", "advice", "192.0.2.7"))));
        assertThat(fresh).containsExactly("C001");
    }

    @Test
    void priority_comes_first_and_a_person_is_passed_on_skipped_and_called_back() {
        var agency = DeskHouse.THERE;
        var kiosk = Surfer.stranger(house);
        var first = number(kiosk, take(kiosk, agency, "receive"));
        var second = number(kiosk, take(kiosk, agency, "return"));
        var elderly = take(kiosk, agency, "receive", "priority", "elderly");
        assertThat(kiosk.page(elderly))
                .contains("Bạn là người kế tiếp", "Người cao tuổi", "data:image/png");
        var desk = Surfer.signedIn(house, "noikhac");
        assertThat(desk.page(HALL + "?desk=2")).contains(first, second, "Gọi người kế tiếp");
        assertThat(desk.sent(HALL, "act", "next", "desk", "2")).isEqualTo(HALL + "?desk=2");
        var called = desk.page(HALL);
        assertThat(called).contains("Đang gọi", number(kiosk, elderly));
        assertThat(kiosk.page(elderly)).contains("Mời đến quầy số 2");
        var busy = desk.post(HALL, "act", "next", "desk", "2");
        assertThat(busy.statusCode()).isEqualTo(409);
        var ticket = Surfer.group("name=\"ticket\" value=\"([^\"]+)\"", called);
        desk.page(HALL);
        desk.sent(HALL, "act", "again", "desk", "2", "ticket", ticket);
        assertThat(desk.page(HALL)).contains("gọi lần thứ 2");
        desk.sent(HALL, "act", "serve", "desk", "2", "ticket", ticket);
        assertThat(desk.page(HALL)).contains("Đang phục vụ", "Mở trang tiếp nhận");
        desk.sent(HALL, "act", "pass", "desk", "2", "ticket", ticket, "to", "4");
        desk.page(HALL);
        desk.sent(HALL, "act", "next", "desk", "2");
        assertThat(desk.page(HALL)).as("passed to another desk").contains("Đang gọi", first);
        var skipped = Surfer.group("name=\"ticket\" value=\"([^\"]+)\"", desk.page(HALL));
        desk.sent(HALL, "act", "skip", "desk", "2", "ticket", skipped);
        assertThat(desk.page(HALL)).contains("Đã gọi mà vắng mặt");
        desk.sent(HALL, "act", "back", "desk", "4", "ticket", skipped);
        assertThat(desk.page(HALL)).contains("Đang gọi", first);
        assertThat(desk.post(HALL, "act", "done", "desk", "4", "ticket", skipped).statusCode())
                .as("not served yet")
                .isEqualTo(409);

        var screen = kiosk.page("/queue/" + agency + "/screen");
        assertThat(screen)
                .contains(first, "Quầy 4", "http-equiv=\"refresh\"")
                .doesNotContain("Vũ Mạnh Cường", second);
        assertThat(kiosk.page("/queue/" + agency + "/screen")).contains("<noscript>");
        var strange = Surfer.signedIn(house, "tiepnhan");
        strange.page(HALL + "?desk=1");
        assertThat(strange.post(HALL, "act", "serve", "desk", "1", "ticket", skipped).statusCode())
                .as("another agency's")
                .isEqualTo(404);
        assertThat(strange.page(HALL)).doesNotContain(second + "<");
        assertThat(Surfer.signedIn(house, "thuly").get(HALL).statusCode()).isEqualTo(403);
    }

    @Test
    void two_officers_never_call_the_same_person() throws Exception {
        var agency = DeskHouse.HERE;
        var kiosk = Surfer.stranger(house);
        for (int i = 0; i < 8; i++) take(kiosk, agency, "advice");
        var desks = new ArrayList<Surfer>();
        for (int i = 1; i <= 6; i++) {
            house.appointed("quay" + i, "Cán bộ quầy " + i, agency, PositionKind.RECEPTIONIST);
            var desk = Surfer.signedIn(house, "quay" + i);
            desk.page(HALL + "?desk=" + i);
            desks.add(desk);
        }
        var works =
                IntStream.range(0, desks.size())
                        .<Callable<Integer>>mapToObj(
                                i ->
                                        () ->
                                                desks.get(i)
                                                        .post(
                                                                HALL,
                                                                "act",
                                                                "next",
                                                                "desk",
                                                                "" + (i + 1))
                                                        .statusCode())
                        .toList();
        assertThat(together(works)).containsOnly(302);
        var called =
                desks.stream()
                        .map(desk -> Surfer.group("mc-big\">([A-Z][0-9]+)<", desk.page(HALL)))
                        .toList();
        assertThat(Set.copyOf(called)).hasSize(desks.size());
    }

    @Test
    void one_officer_calls_one_person_however_often_they_press() throws Exception {
        var agency = DeskHouse.HERE;
        var kiosk = Surfer.stranger(house);
        for (int i = 0; i < 8; i++) take(kiosk, agency, "advice");
        var officer = house.appointed("quay-nhanh", "Tô Hiệu", agency, PositionKind.RECEPTIONIST);
        var desk = Surfer.signedIn(house, "quay-nhanh");
        desk.page(HALL + "?desk=3");
        var works =
                IntStream.range(0, 6)
                        .<Callable<Integer>>mapToObj(
                                _ -> () -> desk.post(HALL, "act", "next", "desk", "3").statusCode())
                        .toList();
        assertThat(together(works)).containsOnlyOnce(302).contains(409);
        var inHand =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql(
                                                "select count(*) from dossier.queue_ticket where officer = :id")
                                        .param("id", officer.account())
                                        .query(Long.class)
                                        .single());
        assertThat(inHand).isEqualTo(1);
    }

    @Test
    void a_ticket_taken_online_is_the_persons_own_and_opens_the_counter_with_them() {
        var agency = DeskHouse.HERE;
        var citizen = Surfer.signedIn(house, "079196000318");
        var ticket = take(citizen, agency, "receive", "priority", "pregnant");
        assertThat(take(citizen, agency, "receive")).as("asked twice").isEqualTo(ticket);
        var desk = Surfer.signedIn(house, "tiepnhan");
        desk.page(HALL + "?desk=5");
        String id = "";
        for (int i = 0; i < 20; i++) {
            desk.sent(HALL, "act", "next", "desk", "5");
            var page = desk.page(HALL);
            id = Surfer.group("name=\"ticket\" value=\"([^\"]+)\"", page);
            desk.sent(HALL, "act", "serve", "desk", "5", "ticket", id);
            if (page.contains("mc-big\">" + number(citizen, ticket) + "<")) break;
            desk.page(HALL);
        }
        var serving = desk.page(HALL);
        assertThat(serving).contains("với người này").doesNotContain("Nguyễn Thị Minh An");
        var counter = desk.post("/desk/counter/ticket", "ticket", id);
        assertThat(counter.statusCode()).isEqualTo(200);
        assertThat(counter.body()).contains("Nguyễn Thị Minh An", "079196000318");
        desk.page(HALL);
        desk.sent(HALL, "act", "done", "desk", "5", "ticket", id);
        assertThat(citizen.page(ticket)).contains("Đã phục vụ xong");
        desk.page("/desk/counter");
        assertThat(Surfer.location(desk.post("/desk/counter/ticket", "ticket", id)))
                .as("served: their record stays closed")
                .endsWith("/desk/counter");
        forgotten();
        var others =
                house.as(
                        Caller.citizen(java.util.UUID.randomUUID(), "Ai đó"),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql("select count(*) from dossier.queue_ticket")
                                        .query(Long.class)
                                        .single());
        assertThat(others).isZero();
    }

    /// Runs the nightly cleaning a month and some days from now.
    private void forgotten() {
        assertThat(known()).isPositive();
        var later = house.bean(Clock.class).instant().plus(Duration.ofDays(32));
        PlatformClock.at(later, house.bean(CounterCleaning.class)::clean);
        assertThat(known()).as("whose tickets they were").isZero();
    }

    private long known() {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from dossier.queue_ticket where by_account is not null")
                                .query(Long.class)
                                .single());
    }

    @Test
    void waiting_times_are_the_leaders_to_see_and_tickets_run_out_for_one_address() {
        var leader = house.appointed("lanhdao", "Trương Định", DeskHouse.HERE, PositionKind.LEADER);
        assertThat(leader).isNotNull();
        var figures = Surfer.signedIn(house, "lanhdao");
        take(Surfer.stranger(house), DeskHouse.HERE, "advice");
        assertThat(figures.page(HALL + "/figures?days=7"))
                .contains("Hỏi, nghe hướng dẫn", "7 ngày qua");
        assertThat(Surfer.signedIn(house, "tiepnhan").get(HALL + "/figures").statusCode())
                .isEqualTo(403);
        var journalled =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql(
                                                "select count(*) from journal.entry where kind = 'queue.figures-viewed'")
                                        .query(Long.class)
                                        .single());
        assertThat(journalled).isPositive();
        var kiosk = Surfer.stranger(house);
        kiosk.page("/queue/H29");
        int status = 0;
        for (int i = 0; i < 80 && status != 429; i++)
            status = kiosk.post("/queue/H29", "service", "return").statusCode();
        assertThat(status).isEqualTo(429);
        assertThat(
                        Pattern.compile("Lấy số quá nhiều lần")
                                .matcher(kiosk.post("/queue/H29", "service", "return").body())
                                .find())
                .isTrue();
        house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql("delete from dossier.tracking_try")
                                .update());
    }
}
