package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.View;
import vn.motcua.form.Answers;
import vn.motcua.form.Drafts;
import vn.motcua.form.internal.InMemory.Drawer;
import vn.motcua.form.internal.InMemory.Shelf;
import vn.motcua.identity.Accounts;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.Records;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.Releases;
import vn.motcua.web.Page;
import vn.motcua.worktime.Calendars;

/// The pages as a browser without scripts sees them.
class FormPagesTest {
    private static final String YAML =
            """
            sections:
              - id: s
                title: {vi: Con, en: Child}
                questions:
                  - id: born
                    title: {vi: Con sinh ngày nào, en: When was the child born}
                    hint: Theo giấy chứng sinh
                    why: Luật Hộ tịch
                    fields:
                      - {id: name, type: text, format: name, label: Họ tên con, required: true}
                      - {id: born, type: date, label: Ngày sinh, required: true, max: today}
                      - {id: sex, type: choice, label: Giới tính, options: [{value: f, label: Nữ}, {value: m, label: Nam, hint: Con trai}]}
                      - {id: notes, type: longtext, label: Ghi chú}
                      - {id: agree, type: declaration, label: Cam đoan}
                  - id: place
                    title: Nơi ở
                    fields:
                      - {id: home, type: address, label: Nơi ở, required: true}
                      - {id: mother, type: person, label: Mẹ}
                  - id: guests
                    title: Khách
                    fields:
                      - {id: guests, type: repeat, label: Khách, import: csv, min: 1, fields: [{id: guest, type: text, label: Tên khách, required: true}, {id: from, type: date, label: Từ ngày}]}
                  - id: papers
                    title: Giấy tờ
                    fields:
                      - {id: files, type: attachment, label: Giấy chứng sinh, component: birth-proof}
            roles: {ownerName: name, receivingCommune: home}
            """;
    static final UUID LAN = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private final Drawer drawer = new Drawer();
    private final UUID id =
            drawer.open(
                            new Drafts.NewDraft(
                                    Sample.RELEASE, "ONLINE", LAN, null, null, Answers.empty()))
                    .id();
    private MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();

    @BeforeEach
    void open() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/form", "messages/web", "messages/identity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        var clock =
                Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
        var forms = new CompiledForms(Calendars.builtIn(), new Sample.Country(), clock);
        var table =
                new Table(
                        drawer,
                        stub(Releases.class, Map.of("find", Optional.of(release()))),
                        forms,
                        stub(Accounts.class, Map.of()),
                        stub(Agencies.class, Map.of()));
        var pages = new Pages(messages, new Shelf());
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        mvc =
                MockMvcBuilders.standaloneSetup(
                                new QuestionController(table, pages, new Shelf()),
                                new ItemController(table, pages),
                                new ImportController(table, pages),
                                new DraftController(table, pages, drawer, clock))
                        .setViewResolvers(
                                (name, locale) ->
                                        name.startsWith("redirect:")
                                                ? new org.springframework.web.servlet.view
                                                        .RedirectView(name.substring(9))
                                                : page(engine, name, messages, locale))
                        .setLocaleResolver(
                                new org.springframework.web.servlet.i18n.FixedLocaleResolver(
                                        Locale.of("vi")))
                        .build();
    }

    private static View page(
            TemplateEngine engine,
            String name,
            ResourceBundleMessageSource messages,
            Locale locale) {
        return (model, request, response) -> {
            var page =
                    new Page(
                            messages,
                            locale,
                            Map.of(
                                    "icons.svg",
                                    "/i.svg",
                                    "motcua.css",
                                    "/c.css",
                                    "mark.svg",
                                    "/m.svg",
                                    "motcua.js",
                                    "/j.js"),
                            request.getRequestURI(),
                            "/language",
                            "Lan",
                            request.getRequestURI().startsWith("/desk"),
                            false,
                            false,
                            null,
                            "_csrf",
                            "token",
                            false);
            var all = new HashMap<String, Object>();
            all.put("it", Objects.requireNonNull(Objects.requireNonNull(model).get("it")));
            all.put("page", page);
            var out = new StringOutput();
            engine.render(name + ".jte", all, out);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(out.toString());
        };
    }

    private String read(org.springframework.test.web.servlet.RequestBuilder request, int status)
            throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        var body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        if (status != 302) {
            assertThat(body.split("<h1", -1)).as("one h1").hasSize(2);
            assertThat(body).contains("– ").doesNotContain("???");
        }
        return status == 302 ? String.valueOf(response.getRedirectedUrl()) : body;
    }

    private String at(String rest) {
        return "/drafts/" + id + rest;
    }

    private MockHttpServletRequestBuilder send(String path, String... pairs) {
        var request = post(at(path));
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        return request;
    }

    @Test
    void a_question_that_is_answered_leads_to_the_next_one() throws Exception {
        var page = read(get(at("/q/born")), 200);
        assertThat(page)
                .contains(
                        "Con sinh ngày nào",
                        "name=\"born.day\"",
                        "Theo giấy chứng sinh",
                        "Vì sao hỏi câu này",
                        "name=\"sex\"");
        var to =
                read(
                        send(
                                "/q/born",
                                "name",
                                "Trần Khuê",
                                "born.day",
                                "20",
                                "born.month",
                                "11",
                                "born.year",
                                "2026",
                                "sex",
                                "f",
                                "agree",
                                "true"),
                        302);
        assertThat(to).isEqualTo(at("/q/place"));
        assertThat(drawer.require(id).answers().text("born")).contains("2026-11-20");
        assertThat(read(get(at("/q/born")), 200)).contains("value=\"Trần Khuê\"", "value=\"20\"");
    }

    @Test
    void a_bad_answer_comes_back_as_typed_with_a_summary_that_leads_to_it() throws Exception {
        var page =
                read(
                        send(
                                "/q/born",
                                "name",
                                "Khuê 2",
                                "born.day",
                                "20",
                                "born.month",
                                "12",
                                "born.year",
                                "2026"),
                        422);
        assertThat(page)
                .contains(
                        "Lỗi:",
                        "Cần sửa 2 chỗ",
                        "href=\"#f-born-day\"",
                        "href=\"#f-name\"",
                        "value=\"Khuê 2\"",
                        "value=\"12\"")
                .contains("Nhập ngày sinh từ hôm nay, 23/11/2026, trở về trước");
        assertThat(drawer.require(id).answers().isEmpty()).isTrue();
    }

    @Test
    void an_ambiguous_commune_brings_todays_communes_to_choose_from() throws Exception {
        var page = read(send("/q/place", "home.province", "79", "home.commune", "Phường 5"), 422);
        assertThat(page)
                .contains(
                        "Phường An Đông, Thành phố Hồ Chí Minh",
                        "Trước đây là Phường 5, Quận 5",
                        "value=\"Phường 5\"");
        read(
                send(
                        "/q/place",
                        "home.province",
                        "79",
                        "home.commune",
                        "Phường 5",
                        "home.communeCode",
                        "26801"),
                302);
        assertThat(drawer.require(id).answers().text("home.commune")).contains("26801");
        assertThat(read(get(at("/q/place")), 200)).contains("value=\"Phường Chợ Quán\"");
    }

    @Test
    void entries_are_added_changed_and_removed_page_by_page() throws Exception {
        assertThat(read(send("/q/guests", "action", "add:guests"), 302))
                .isEqualTo(at("/q/guests/guests/new"));
        assertThat(read(get(at("/q/guests/guests/new")), 200)).contains("name=\"guests[0].guest\"");
        assertThat(read(send("/q/guests/guests/new", "guests[0].guest", ""), 422))
                .contains("Nhập tên khách");
        read(send("/q/guests/guests/new", "guests[0].guest", "An"), 302);
        read(send("/q/guests/guests/new", "guests[1].guest", "Bình"), 302);
        read(send("/q/guests/guests/1", "guests[0].guest", "Ân"), 302);
        assertThat(read(get(at("/q/guests")), 200)).contains("Ân", "Bình", "/guests/2/remove");
        assertThat(read(get(at("/q/guests/guests/1/remove")), 200)).contains("Bỏ Ân?");
        read(send("/q/guests/guests/1/remove"), 302);
        assertThat(drawer.require(id).answers().list("guests"))
                .containsExactly(Map.of("guest", "Bình"));
    }

    private String base(String path) throws Exception {
        return read(get(at(path)), 200)
                .replaceAll("(?s).*name=\"base\" value=\"([0-9a-f]+)\".*", "$1");
    }

    private List<Object> guests() {
        return drawer.require(id).answers().list("guests");
    }

    @Test
    void an_entry_sent_twice_is_added_once_and_another_one_is_asked_about() throws Exception {
        var base = base("/q/guests/guests/new");
        var path = "/q/guests/guests/new";
        read(send(path, "base", base, "guests[0].guest", "An"), 302);
        assertThat(read(send(path, "base", base, "guests[0].guest", "An"), 302))
                .isEqualTo(at("/q/guests"));
        assertThat(guests()).hasSize(1);
        var conflict = read(send(path, "base", base, "guests[0].guest", "Anh"), 409);
        assertThat(conflict).contains("An<", "Anh", "name=\"guests[1].guest\" value=\"Anh\"");
        assertThat(guests()).hasSize(1);
        var now = conflict.replaceAll("(?s).*name=\"base\" value=\"([0-9a-f]+)\".*", "$1");
        read(send(path, "base", now, "guests[1].guest", "Anh"), 302);
        assertThat(guests()).containsExactly(Map.of("guest", "An"), Map.of("guest", "Anh"));
    }

    @Test
    void a_stale_tab_changes_and_removes_the_entry_it_showed_and_no_other() throws Exception {
        for (var name : List.of("An", "Bình", "Chi"))
            read(send("/q/guests/guests/new", "guests[" + guests().size() + "].guest", name), 302);
        var second = base("/q/guests/guests/2");
        var removal = base("/q/guests/guests/3/remove");
        read(send("/q/guests/guests/1/remove"), 302);
        read(send("/q/guests/guests/2", "base", second, "guests[1].guest", "Bính"), 302);
        assertThat(guests()).containsExactly(Map.of("guest", "Bính"), Map.of("guest", "Chi"));
        read(send("/q/guests/guests/3/remove", "base", removal), 302);
        assertThat(guests()).containsExactly(Map.of("guest", "Bính"));
        read(send("/q/guests/guests/3/remove", "base", removal), 302);
        assertThat(guests()).as("removed twice").hasSize(1);

        var conflict =
                read(send("/q/guests/guests/1", "base", second, "guests[0].guest", "Bạch"), 409);
        assertThat(conflict).contains("Bính", "Bạch");
        assertThat(guests()).containsExactly(Map.of("guest", "Bính"));
        assertThat(read(send("/q/guests/guests/1/remove", "base", second), 409))
                .contains("Bỏ Bính?");
        assertThat(guests()).hasSize(1);
    }

    @Test
    void a_file_of_entries_is_taken_whole_or_not_at_all() throws Exception {
        assertThat(read(get(at("/q/guests/guests/import")), 200)).contains("template.csv");
        var bad =
                new MockMultipartFile(
                        "file",
                        "x.csv",
                        "text/csv",
                        "guest;from\nAn;1/1/2026\n;2/1/2026\nChi;32/1/2026\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(read(multipart(at("/q/guests/guests/import")).file(bad), 422))
                .contains("Dòng 3: Nhập tên khách", "Dòng 4:");
        var good =
                new MockMultipartFile(
                        "file",
                        "x.csv",
                        "text/csv",
                        "guest;from\nAn;1/1/2026\n".getBytes(StandardCharsets.UTF_8));
        var base = base("/q/guests/guests/import");
        read(multipart(at("/q/guests/guests/import")).file(good).param("base", base), 302);
        read(multipart(at("/q/guests/guests/import")).file(good).param("base", base), 302);
        assertThat(drawer.require(id).answers().list("guests")).hasSize(1);
    }

    @Test
    void papers_are_sent_and_taken_out_without_scripts() throws Exception {
        var paper = new MockMultipartFile("files", "mat-truoc.jpg", "image/jpeg", new byte[] {1});
        read(multipart(at("/q/papers")).file(paper).param("action", "upload:files"), 302);
        assertThat(read(get(at("/q/papers")), 200)).contains("mat-truoc.jpg", "unfile:files:");
        var file = String.valueOf(drawer.require(id).answers().list("files").getFirst());
        read(send("/q/papers", "action", "unfile:files:" + file), 302);
        assertThat(drawer.require(id).answers().list("files")).isEmpty();
    }

    @Test
    void a_second_tab_is_asked_which_answer_is_right() throws Exception {
        var page = read(get(at("/q/born")), 200);
        var base = page.replaceAll("(?s).*name=\"base\" value=\"([0-9a-f]+)\".*", "$1");
        drawer.save(
                drawer.require(id)
                        .with(Answers.of(Map.of("name", "Bảo", "born", "2026-11-01")), "born"));
        var conflict =
                read(
                        send(
                                "/q/born",
                                "base",
                                base,
                                "name",
                                "Khuê",
                                "born.day",
                                "2",
                                "born.month",
                                "11",
                                "born.year",
                                "2026"),
                        409);
        assertThat(conflict)
                .contains("Bảo", "Khuê", "1/11/2026", "2/11/2026", "name=\"born.day\" value=\"2\"");
        read(
                send(
                        "/q/born",
                        "base",
                        base,
                        "name",
                        "Bảo",
                        "born.day",
                        "1",
                        "born.month",
                        "11",
                        "born.year",
                        "2026"),
                302);
    }

    @Test
    void the_task_list_tells_how_far_each_part_has_come() throws Exception {
        assertThat(read(get(at("")), 200))
                .contains(
                        "Chưa bắt đầu", "Tiếp tục: Con sinh ngày nào", "2027", "10:00, 23/11/2026");
        read(
                send(
                        "/q/born",
                        "name",
                        "Khuê",
                        "born.day",
                        "20",
                        "born.month",
                        "11",
                        "born.year",
                        "2026"),
                302);
        assertThat(read(get(at("")), 200)).contains("Đang làm", "Còn 3 câu");
        drawer.save(
                drawer.require(id)
                        .with(drawer.require(id).answers().with("born", "2027-01-01"), "born"));
        assertThat(read(get(at("")), 200)).contains("Cần xem lại", "trở về trước");
    }

    @Test
    void the_check_page_shows_every_answer_and_posts_the_same_key_again() throws Exception {
        read(
                send(
                        "/q/born",
                        "name",
                        "Khuê",
                        "born.day",
                        "20",
                        "born.month",
                        "11",
                        "born.year",
                        "2026",
                        "agree",
                        "true"),
                302);
        assertThat(read(get(at("/check")), 200))
                .contains("Khuê", "20/11/2026", "?to=check", "Xem và lưu câu: Giấy tờ", "disabled");
        read(
                send(
                        "/q/place",
                        "home.province",
                        "79",
                        "home.commune",
                        "Bến Thành",
                        "home.street",
                        "12 Lê Lợi"),
                302);
        read(send("/q/guests/guests/new", "guests[0].guest", "An"), 302);
        assertThat(read(send("/q/papers", "to", "check"), 302)).isEqualTo(at("/check"));
        var page = read(get(at("/check")), 200);
        assertThat(page)
                .contains(
                        "12 Lê Lợi, Phường Bến Thành",
                        "action=\"" + at("/submit") + "\"",
                        "name=\"key\"")
                .doesNotContain("Cần sửa");
        assertThat(read(get(at("/check")), 200)).isEqualTo(page);
    }

    @Test
    void a_question_not_asked_or_a_draft_at_the_counter_is_not_found_here() {
        for (var path :
                List.of(
                        at("/q/nothing"),
                        "/desk/counter/" + id + "/q/born",
                        "/drafts/" + UUID.randomUUID()))
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mvc.perform(get(path))))
                    .hasRootCauseInstanceOf(vn.motcua.kernel.ProblemException.class);
    }

    private static Release release() {
        var record = Records.of("1.001193", "Đăng ký khai sinh", List.of());
        var files =
                ReleaseFiles.ofTexts(
                        Map.of("form.yaml", YAML.replace(", component: birth-proof", "")),
                        new FaultSink());
        return new Release(Sample.RELEASE, record, files, files.hash());
    }

    @SuppressWarnings("unchecked")
    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return (T)
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> answers.getOrDefault(method.getName(), Optional.empty()));
    }
}
