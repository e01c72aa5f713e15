package vn.motcua.sample.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.identity.SampleSignIns.SampleSignIn;

/// The one box that says where everything is, in both languages.
///
/// @param accounts empty without sample data
/// @param seconds from the start of the program; negative when not known
record StartBox(String address, String data, List<SampleSignIn> accounts, double seconds) {
    String draw() {
        var lines = lines();
        int width = lines.stream().mapToInt(StartBox::columns).max().orElse(0);
        var text = new StringBuilder("\n  ╔" + "═".repeat(width + 4) + "╗\n");
        for (var line : lines) {
            if (line.equals(RULE)) text.append("  ╟").append("─".repeat(width + 4)).append("╢\n");
            else
                text.append("  ║  ")
                        .append(line)
                        .append(" ".repeat(width - columns(line)))
                        .append("  ║\n");
        }
        return text.append("  ╚").append("═".repeat(width + 4)).append("╝\n").toString();
    }

    private static final String RULE = "\u2500";

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Một Cửa" + (seconds < 0 ? "" : " · " + ready()));
        lines.add(RULE);
        lines.add(pair("Người dân / Public", address + "/"));
        lines.add(pair("Cán bộ / Desk", address + "/desk"));
        lines.add(pair("Lãnh đạo / Leaders", address + "/leader"));
        lines.add(pair("Vận hành / Operator", address + "/operator"));
        lines.add(pair("API", address + "/api/v1"));
        lines.add(pair("Dữ liệu / Data", data));
        lines.add(pair("Dừng / Stop", "Ctrl-C"));
        if (accounts.isEmpty()) return lines;
        lines.add(RULE);
        lines.add(
                "Tài khoản mẫu / Sample accounts · mật khẩu / password: "
                        + accounts.getFirst().password());
        for (var account : accounts)
            lines.add(
                    "%-19s %s / %s"
                            .formatted(account.login(), account.who().vi(), account.who().en()));
        return lines;
    }

    private String ready() {
        var english = String.format(Locale.ROOT, "%.1f", seconds);
        return "Sẵn sàng sau " + english.replace('.', ',') + " giây / Ready in " + english + " s";
    }

    private static String pair(String name, String value) {
        return name + " ".repeat(21 - columns(name)) + value;
    }

    /// Composed Vietnamese letters take one column each.
    private static int columns(String line) {
        return line.codePointCount(0, line.length());
    }
}
