package vn.motcua.procedure.internal;

/// Typing slips between two words: a letter too many, too few, another one, two swapped.
final class Slips {
    private Slips() {}

    /// The number of slips, or `most` + 1 when there are more.
    static int between(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int steps = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps = Math.min(steps, before[j - 2] + 1);
                }
                row[j] = steps;
                least = Math.min(least, steps);
            }
            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.min(above[b.length()], most + 1);
    }
}
