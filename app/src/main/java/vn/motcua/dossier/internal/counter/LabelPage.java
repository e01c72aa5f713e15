package vn.motcua.dossier.internal.counter;

import java.util.List;

/// Labels to be printed.
///
/// @param rows the same in rows of a sheet; empty for a roll
public record LabelPage(List<Label> labels, List<List<Label>> rows) {
    /// @param qr picture of the code
    /// @param number which paper it is, of how many
    public record Label(String code, String qr, String paper, int number, int of) {}
}
