package vn.motcua.web.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Finds the rooms' message files: `messages/<room>.properties` is Vietnamese,
/// `messages/<room>_en.properties` English.
final class MessageFiles {
    private MessageFiles() {}

    static String[] basenames() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:messages/*.properties"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .filter(name -> !name.contains("_"))
                    .map(name -> "messages/" + name.replace(".properties", ""))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
