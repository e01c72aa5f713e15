package vn.motcua.procedure;

import java.util.Comparator;
import java.util.regex.Pattern;

/// A procedure in one of its released versions. A dossier keeps the release it was opened under.
///
/// @param procedureCode national code such as `1.001193`
/// @param version counts up from 1 for each code
public record ReleaseId(String procedureCode, int version) implements Comparable<ReleaseId> {
    /// One digit, a dot, six digits; the first digit has no meaning to rely on.
    public static final Pattern CODE = Pattern.compile("[1-9]\\.\\d{6}");

    public ReleaseId {
        if (!CODE.matcher(procedureCode).matches()) {
            throw new IllegalArgumentException("not a procedure code: " + procedureCode);
        }
        if (version < 1) throw new IllegalArgumentException("not a version: " + version);
    }

    /// `1.001193/4`, as the release folders are named.
    @Override
    public String toString() {
        return procedureCode + "/" + version;
    }

    @Override
    public int compareTo(ReleaseId other) {
        return Comparator.comparing(ReleaseId::procedureCode)
                .thenComparingInt(ReleaseId::version)
                .compare(this, other);
    }
}
