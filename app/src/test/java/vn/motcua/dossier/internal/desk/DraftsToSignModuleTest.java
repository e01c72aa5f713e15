package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;

/// Whoever signs from a list reads the very document first and finds their choice again.
class DraftsToSignModuleTest {
    private final DeskHouse house = DeskHouse.open();

    @Test
    void the_draft_opens_with_one_tap_and_what_was_chosen_is_still_chosen_afterwards() {
        var one = prepared("Trương Định");
        var two = prepared("Nguyễn Hữu Huân");
        var surfer = Surfer.signedIn(house, "duyet");
        surfer.page("/desk/approvals");
        var draft =
                surfer.sent(
                        "/desk/approvals/read",
                        "task",
                        task(one).toString(),
                        "read",
                        two + "/" + task(two));
        var page = surfer.page(draft);
        assertThat(page)
                .contains("data:image/png;base64,", "Nguyễn Hữu Huân", "DỰ THẢO")
                .contains("Ký giấy xác nhận: Ký");
        assertThat(viewed(two)).as("the look is written down").isEqualTo(1);

        var back = Surfer.group("href=\"(/desk/approvals[?][^\"]*)\"", page);
        assertThat(ticked(surfer.page(back.replace("&amp;", "&")), one)).isTrue();
        assertThat(ticked(surfer.page(back.replace("&amp;", "&")), two)).isFalse();
        var chosen = Surfer.group("href=\"(/desk/approvals[?][^\"]*with=[^\"]*)\"", page);
        var list = surfer.page(chosen.replace("&amp;", "&"));
        assertThat(ticked(list, one)).isTrue();
        assertThat(ticked(list, two)).isTrue();
    }

    @Test
    void nobody_reads_a_draft_there_who_may_not_sign_it_now() {
        var id = prepared("Nguyễn Trung Trực");
        var path = "/desk/approvals/" + id + "/" + task(id);
        assertThat(Surfer.signedIn(house, "thuly").get(path).statusCode()).isEqualTo(404);
        assertThat(Surfer.signedIn(house, "noikhac").get(path).statusCode()).isEqualTo(404);
        var surfer = Surfer.signedIn(house, "duyet");
        surfer.page(path);
        house.completes(house.approver, id, "send-back");
        assertThat(surfer.get(path).statusCode()).isEqualTo(404);
    }

    private static boolean ticked(String page, UUID dossier) {
        return page.matches(
                "(?s).*<li[^>]*>\\s*<input[^>]*checked[^>]*>(?:(?!</li>).)*" + dossier + ".*");
    }

    private long viewed(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(Journal.class).history("dossier", id).stream()
                                .filter(line -> "draft".equals(line.entry().data().get("paper")))
                                .count());
    }

    private UUID prepared(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        house.completes(house.officer, id, "eligible");
        return id;
    }

    private UUID task(UUID dossier) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(TaskStore.class).of(dossier).stream()
                                .filter(Task::open)
                                .findFirst()
                                .orElseThrow()
                                .id());
    }
}
