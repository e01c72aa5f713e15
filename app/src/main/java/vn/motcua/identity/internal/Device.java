package vn.motcua.identity.internal;

import org.jspecify.annotations.Nullable;

/// What a browser calls itself, short enough for its owner to recognise it.
record Device(String browser, String system) {
    private static final String[][] BROWSERS = {
        {"coc_coc", "Cốc Cốc"},
        {"Zalo", "Zalo"},
        {"Edg", "Edge"},
        {"OPR", "Opera"},
        {"SamsungBrowser", "Samsung Internet"},
        {"Firefox", "Firefox"},
        {"CriOS", "Chrome"},
        {"FxiOS", "Firefox"},
        {"Chrome", "Chrome"},
        {"Safari", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Macintosh", "macOS"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    static Device of(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    /// `Chrome, Android`; empty when it tells nothing.
    String text() {
        return system.isEmpty() || browser.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(String[][] known, String agent) {
        for (var pair : known) if (agent.contains(pair[0])) return pair[1];
        return "";
    }
}
