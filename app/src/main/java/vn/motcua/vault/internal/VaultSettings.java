package vn.motcua.vault.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings `motcua.vault.*`.
///
/// @param maxSize largest file taken
/// @param maxPixels largest picture taken, in pixels
/// @param quota how much one person's uploads may take before they become part of something
/// @param kinds kinds of files taken
/// @param key master key, 32 bytes as Base64 or hexadecimal (environment MOTCUA_VAULT_KEY); when
///     absent one is made once and kept in the data folder
@ConfigurationProperties("motcua.vault")
record VaultSettings(
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("50000000") long maxPixels,
        @DefaultValue("200MB") DataSize quota,
        @DefaultValue({"PDF", "JPEG", "PNG", "DOCX"}) Set<FileKind> kinds,
        @Nullable String key) {
    @Override
    public String toString() {
        return "VaultSettings[maxSize=%s, maxPixels=%d, kinds=%s]"
                .formatted(maxSize, maxPixels, kinds);
    }
}
