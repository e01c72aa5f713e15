package vn.motcua.vault.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A kind of file the platform knows how to make safe.
enum FileKind {
    PDF("application/pdf", List.of("pdf"), Set.of("application/pdf")),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", List.of("png"), Set.of("image/png")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            Set.of("application/zip", "application/x-tika-ooxml"));

    final String mediaType;
    private final List<String> extensions;
    private final Set<String> found;

    /// @param found what sniffing calls it
    FileKind(String mediaType, List<String> extensions, Set<String> found) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.found = found;
    }

    boolean agreesWith(String sniffed) {
        return found.contains(sniffed);
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static Optional<FileKind> of(String extension) {
        for (var kind : values()) if (kind.extensions.contains(extension)) return Optional.of(kind);
        return Optional.empty();
    }
}
