package vn.motcua.insight.internal;

import vn.motcua.kernel.LocalText;

/// Time in one step.
///
/// @param median and nine of ten and planned: minutes
/// @param link the pieces of work behind it
public record TimeCell(
        LocalText step, long pieces, long median, long nine, long planned, String link) {
    /// Median as a share of the time meant, in percent.
    public long percent() {
        return planned == 0 ? 0 : Math.round(100.0 * median / planned);
    }

    /// 1 well within the time, 2 within, 3 above, 4 far above.
    public int heat() {
        return percent() <= 50 ? 1 : percent() <= 100 ? 2 : percent() <= 150 ? 3 : 4;
    }
}
