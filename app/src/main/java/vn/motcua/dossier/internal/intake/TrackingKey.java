package vn.motcua.dossier.internal.intake;

import java.security.SecureRandom;

/// A random key of 65 bits in 13 letters and digits that cannot be mistaken for one another.
public final class TrackingKey {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingKey() {}

    public static String next() {
        return next(LENGTH);
    }

    /// A shorter one, for codes that can be tried a few times only.
    public static String next(int length) {
        var key = new StringBuilder(length);
        for (int i = 0; i < length; i++)
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return key.toString();
    }
}
