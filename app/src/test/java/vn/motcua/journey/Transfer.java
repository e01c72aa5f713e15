package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/// What one page cost the network: bytes as they were sent, compressed, and requests (quality,
/// section 2).
final class Transfer {
    /// @param first bytes of a first visit
    /// @param next bytes of a later page
    record Budget(int first, int next, int requests) {
        static final Budget CITIZEN = new Budget(120_000, 20_000, 8);
        static final Budget OFFICER = new Budget(200_000, 40_000, 12);
        static final Budget LEADER = new Budget(150_000, 50_000, 10);

        static Budget of(String path) {
            if (path.startsWith("/desk")) return OFFICER;
            return path.startsWith("/leader") ? LEADER : CITIZEN;
        }
    }

    private final List<Request> requests = new ArrayList<>();
    private boolean first = true;
    private boolean told;

    Transfer(Page page) {
        page.onRequest(
                request -> {
                    if (request.isNavigationRequest()
                            && request.frame() == page.mainFrame()
                            && request.redirectedFrom() == null) begin();
                });
        page.onRequestFinished(requests::add);
    }

    private void begin() {
        if (!requests.isEmpty() && told) first = false;
        requests.clear();
        told = false;
    }

    /// Whether everything has to be fetched.
    boolean firstVisit() {
        return first;
    }

    /// Fails when the page now shown was heavier than its audience is promised. Pictures a
    /// person put in the dossier and redirects are not the page's own weight.
    void check(String name, String path) {
        if (told) return;
        told = true;
        var budget = Budget.of(path);
        var own =
                List.copyOf(requests).stream()
                        .filter(request -> !request.url().startsWith("data:"))
                        .filter(request -> !request.url().contains("/files/"))
                        .filter(request -> bytes(request) >= 0)
                        .toList();
        int bytes = own.stream().mapToInt(Transfer::bytes).sum();
        assertThat(bytes)
                .as(name + ": bytes of " + urls(own))
                .isLessThanOrEqualTo(first ? budget.first() : budget.next());
        assertThat(own.size())
                .as(name + ": requests " + urls(own))
                .isLessThanOrEqualTo(budget.requests());
    }

    private static List<String> urls(List<Request> requests) {
        return requests.stream().map(r -> r.url() + " " + bytes(r)).toList();
    }

    /// Less than nothing when the browser had it already.
    private static int bytes(Request request) {
        try {
            var answer = request.response();
            return answer == null ? 0 : request.sizes().responseBodySize;
        } catch (PlaywrightException gone) {
            return 0;
        }
    }
}
