package vn.motcua.dossier.internal.duty;

import java.util.Map;

/// The account an agency takes money on.
///
/// @param known whether one is set
/// @param may whether the reader may set it
public record PayAccountView(
        String holder,
        String number,
        String bank,
        boolean known,
        boolean may,
        Map<String, String> errors) {}
