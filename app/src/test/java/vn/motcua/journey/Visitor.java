package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.TestPlatform;

/// One person at one device. Finds things by the words they read, as people do.
final class Visitor implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    final Page page;
    private final BrowserContext context;
    private final String site;
    private final boolean scripts;
    private final Transfer transfer;
    private int status;

    private final List<Throwable> noticed;

    /// @param noticed takes what the pages visited break of their promises
    Visitor(TestPlatform platform, Device device, List<Throwable> noticed) {
        this.noticed = noticed;
        site = platform.url();
        scripts = device.scripts();
        context =
                Chromium.shared()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL(site)
                                        .setViewportSize(device.width(), device.height())
                                        .setLocale(device.language())
                                        .setTimezoneId("Asia/Ho_Chi_Minh")
                                        .setReducedMotion(
                                                com.microsoft.playwright.options.ReducedMotion
                                                        .REDUCE)
                                        .setJavaScriptEnabled(device.scripts()));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        transfer = new Transfer(page);
        page.onResponse(
                answer -> {
                    if (answer.request().isNavigationRequest()
                            && answer.frame() == page.mainFrame()) status = answer.status();
                });
        if (device.language().startsWith("en")) page.navigate("/language?to=en&next=/help");
    }

    @Override
    public void close() {
        context.close();
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /// Where the visitor is: path and query.
    String at() {
        var here = URI.create(page.url());
        return here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
    }

    String heading() {
        return page.locator("h1").innerText().strip();
    }

    String text() {
        return page.locator("body").innerText();
    }

    Visitor sees(String words) {
        assertThat(text()).contains(words);
        return this;
    }

    Visitor doesNotSee(String words) {
        assertThat(text()).doesNotContain(words);
        return this;
    }

    Visitor signIn(String login, String password) {
        page.locator("#login").fill(login);
        page.locator("input[type=password]").fill(password);
        page.locator("main form").first().locator("button").first().click();
        return this;
    }

    /// Words of the language the page is in.
    String words(String vietnamese, String english) {
        return "vi".equals(page.locator("html").getAttribute("lang")) ? vietnamese : english;
    }

    Visitor fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    String value(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).inputValue();
    }

    /// A date in its three fields.
    Visitor date(String legend, String day, String month, String year) {
        var group = group(legend);
        group.locator("input").nth(0).fill(day);
        group.locator("input").nth(1).fill(month);
        group.locator("input").nth(2).fill(year);
        return this;
    }

    Visitor address(String legend, String province, String commune, String street) {
        var group = group(legend);
        group.locator("select")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption().setLabel(province));
        group.locator("input[name$='.commune']").fill(commune);
        group.locator("input[name$='.street']").fill(street);
        return this;
    }

    Locator group(String legend) {
        return page.getByRole(
                        AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend).setExact(true))
                .first();
    }

    /// A radio button or check box.
    Visitor choose(String label) {
        page.locator("label.mc-opt")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("input")
                .check();
        return this;
    }

    Visitor choose(String legend, String label) {
        group(legend)
                .locator("label.mc-opt")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("input")
                .check();
        return this;
    }

    Visitor attach(FilePayload... files) {
        page.locator("main input[type=file]").first().setInputFiles(files);
        return this;
    }

    Visitor press(String button) {
        button(button).click();
        return this;
    }

    Visitor pressTwice(String button) {
        button(button).dblclick();
        page.waitForLoadState();
        return this;
    }

    Locator button(String name) {
        return page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    Visitor follow(String link) {
        link(link).click();
        return this;
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }

    /// What a link leads to, fetched with this visitor's session.
    byte[] download(@Nullable String href) {
        assertThat(href).as("address of the download").isNotNull();
        var answer = context.request().get(href);
        assertThat(answer.status()).as(href).isEqualTo(200);
        return answer.body();
    }

    int status(String path) {
        return context.request().get(path).status();
    }

    void forgetSession() {
        context.clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*session.*")));
    }

    Visitor width(int width) {
        page.setViewportSize(width, Device.heightFor(width));
        return this;
    }

    /// Everything promised of every page, checked where the visitor stands.
    Visitor check(String name) {
        return weigh(name).look(name);
    }

    /// What the page cost the network.
    Visitor weigh(String name) {
        page.waitForLoadState(transfer.firstVisit() ? LoadState.NETWORKIDLE : LoadState.LOAD);
        notice(() -> transfer.check(name, at()));
        return this;
    }

    /// What the page is like at its present width.
    Visitor look(String name) {
        PageRules.all(page, status, name, scripts).forEach(this::notice);
        shot(name);
        return this;
    }

    private void notice(Runnable rule) {
        try {
            rule.run();
        } catch (AssertionError broken) {
            noticed.add(broken);
        }
    }

    Visitor shot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "journeys", name + ".png")));
        return this;
    }

    /// @param scripts false: the browser runs none
    record Device(int width, String language, boolean scripts) {
        static Device phone() {
            return new Device(360, "vi-VN", true);
        }

        static Device desk() {
            return new Device(1280, "vi-VN", true);
        }

        Device withoutScripts() {
            return new Device(width, language, false);
        }

        Device in(String other) {
            return new Device(width, other, scripts);
        }

        int height() {
            return heightFor(width);
        }

        static int heightFor(int width) {
            return width < 700 ? 760 : 900;
        }
    }
}
