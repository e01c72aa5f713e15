package vn.motcua.vault;

import java.util.Locale;
import vn.motcua.kernel.ProblemCode;

/// Why a file was not taken or not given out.
public enum VaultProblem implements ProblemCode {
    /// Missing, or hidden from the one who asks: both answer alike.
    NOT_FOUND(404),
    EMPTY(422),
    /// {0}: the limit, for example `10 MB`.
    TOO_LARGE(413),
    /// {0}: the kinds that are taken.
    WRONG_KIND(422),
    /// {0}: the extension.
    MISMATCH(422),
    ACTIVE_CONTENT(422),
    LOCKED(422),
    UNREADABLE_DOCUMENT(422),
    UNREADABLE_PICTURE(422),
    /// {0}: millions of pixels.
    PICTURE_TOO_LARGE(422),
    /// {0}: how much may wait, for example `200 MB`.
    QUOTA(422);

    private final int status;

    VaultProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "vault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
