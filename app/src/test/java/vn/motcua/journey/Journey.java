package vn.motcua.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.opentest4j.MultipleFailuresError;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// A journey on the shared platform. Each person has a browser context of their own, closed
/// afterwards.
abstract class Journey {
    static final TestPlatform platform = TestPlatform.shared();

    final Births births = new Births(platform);
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Throwable> noticed = new ArrayList<>();

    Visitor visitor(Device device) {
        var visitor = new Visitor(platform, device, noticed);
        visitors.add(visitor);
        return visitor;
    }

    /// Somebody who has signed in and stands at `path`.
    Visitor signedIn(String login, Device device, String path) {
        var visitor = visitor(device).open("/sign-in");
        visitor.signIn(login, platform.password());
        return visitor.open(path);
    }

    Visitor officer(String login) {
        return signedIn(login, Device.desk(), "/desk");
    }

    /// An officer opens one dossier from the search of the worklist.
    Visitor desk(String login, String code) {
        var officer = officer(login);
        officer.page.locator("#q").fill(code);
        officer.page.locator("form[role=search] button").click();
        return officer.follow(code);
    }

    /// The officer chooses an act of the dossier's page.
    static void choose(Visitor officer, String act) {
        var name = Pattern.compile("^" + act);
        officer.page
                .locator("section[aria-labelledby=choices] a.mc-go")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        officer.page.locator(
                                                "b", new Page.LocatorOptions().setHasText(name))))
                .first()
                .click();
    }

    /// Chooses an act that needs nothing further and confirms it.
    static void act(Visitor officer, String act) {
        choose(officer, act);
        officer.press("Xác nhận: ");
    }

    /// What the pages of the journey broke is told all at once.
    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::close);
        visitors.clear();
        if (!noticed.isEmpty())
            throw new MultipleFailuresError("broken promises of pages", noticed);
    }
}
