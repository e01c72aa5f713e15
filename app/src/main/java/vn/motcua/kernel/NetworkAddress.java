package vn.motcua.kernel;

import java.util.Arrays;

/// Network addresses as they are counted against guessers (S10).
public final class NetworkAddress {
    private static final int KEPT = 4;
    private static final int GROUPS = 8;

    private NetworkAddress() {}

    /// One household or machine has a whole /64 of version 6 addresses to choose from, so they
    /// count as one; version 4 addresses count as they are.
    public static String counted(String address) {
        int zone = address.indexOf('%');
        var plain = zone < 0 ? address : address.substring(0, zone);
        if (!plain.contains(":") || plain.contains(".")) return plain;
        var halves = plain.split("::", -1);
        var groups = new String[GROUPS];
        Arrays.fill(groups, "0");
        var front = groups(halves[0]);
        var back = halves.length > 1 ? groups(halves[1]) : new String[0];
        if (front.length + back.length > GROUPS) return plain;
        System.arraycopy(front, 0, groups, 0, front.length);
        System.arraycopy(back, 0, groups, GROUPS - back.length, back.length);
        var network = new StringBuilder();
        for (int i = 0; i < KEPT; i++) network.append(shortened(groups[i])).append(':');
        return network.append(":/64").toString();
    }

    private static String[] groups(String half) {
        return half.isEmpty() ? new String[0] : half.split(":");
    }

    private static String shortened(String group) {
        return group.toLowerCase(java.util.Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}
