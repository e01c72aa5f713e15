package vn.motcua.dossier.internal.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.kernel.LocalText;

/// The page on which an officer says why they read a dossier that is not their work.
///
/// @param to where they wanted to go
/// @param hours how long the purpose counts
public record PurposeView(
        UUID id,
        String code,
        LocalText procedure,
        String to,
        List<String> purposes,
        String chosen,
        String words,
        long hours,
        Map<String, String> errors) {}
