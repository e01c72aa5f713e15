package vn.motcua.dossier.internal.processing;

import java.util.Locale;

/// The authority a document is signed by, as it stands above the name: a deputy signs in place of
/// the head, on two lines. Source: [paperwork-decree] Appendix I, signing authority.
final class SignerTitle {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String DEPUTY = "PHÓ ";

    private SignerTitle() {}

    static String of(String title) {
        var upper = title.strip().toUpperCase(VIETNAMESE);
        if (!upper.startsWith(DEPUTY)) return upper;
        return "KT. " + head(upper.substring(DEPUTY.length())) + "\n" + upper;
    }

    /// Signed by mandate of whoever holds the authority, on two lines.
    static String delegated(String principal, String title) {
        return "TUQ. "
                + principal.strip().toUpperCase(VIETNAMESE)
                + "\n"
                + title.strip().toUpperCase(VIETNAMESE);
    }

    private static String head(String rest) {
        return rest.startsWith("PHÒNG") || rest.startsWith("CÔNG AN") ? "TRƯỞNG " + rest : rest;
    }
}
