package vn.motcua.dossier.internal.counter;

import java.util.List;

/// What the printed receipt says.
///
/// @param results documents handed over
public record ReceiptSheet(
        String agency,
        String code,
        String procedure,
        String owner,
        List<String> results,
        String officer,
        java.time.Instant at) {}
