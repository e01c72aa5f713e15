package vn.motcua.procedure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files of one release, all of them text, sorted by name. Only known names are let in.
public final class ReleaseFiles {
    public static final String PROCEDURE = "procedure.yaml";
    public static final String FORM = "form.yaml";
    public static final String PROCESS = "process.yaml";
    public static final int MAX_BYTES = 1_000_000;
    public static final int MAX_TOTAL_BYTES = 4_000_000;
    public static final int MAX_FILES = 40;

    private static final Pattern PRINT = Pattern.compile("print/[a-z0-9][a-z0-9-]{0,63}\\.html");

    private final SortedMap<String, String> texts;
    private final String hash;

    private ReleaseFiles(SortedMap<String, String> texts) {
        this.texts = Collections.unmodifiableSortedMap(texts);
        this.hash = hash(texts);
    }

    /// Files held in memory; each name or content that cannot be let in is reported and left out.
    public static ReleaseFiles of(Map<String, byte[]> contents, FaultSink faults) {
        var texts = new TreeMap<String, String>();
        long total = 0;
        for (var file : new TreeMap<>(contents).entrySet()) {
            total += file.getValue().length;
            if (texts.size() >= MAX_FILES || total > MAX_TOTAL_BYTES) {
                faults.add(file.getKey(), 0, "procedure.fault.too-much", MAX_FILES, mega());
                break;
            }
            text(file.getKey(), file.getValue(), faults)
                    .ifPresent(text -> texts.put(file.getKey(), text));
        }
        return new ReleaseFiles(texts);
    }

    /// Files whose content is known to be text.
    public static ReleaseFiles ofTexts(Map<String, String> contents, FaultSink faults) {
        var bytes = new TreeMap<String, byte[]>();
        contents.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return of(bytes, faults);
    }

    /// The files of a folder. Links are not followed; hidden and foreign files are reported.
    public static ReleaseFiles read(Path folder, FaultSink faults) {
        var contents = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder, 3)) {
            for (var path : paths.limit(MAX_FILES * 4L).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    if (!name.isEmpty() && !name.equals("print")) {
                        faults.add(name, 0, "procedure.fault.foreign-folder", name);
                    }
                } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !known(name)) {
                    faults.add(name, 0, "procedure.fault.foreign-file", name);
                } else if (Files.size(path) > MAX_BYTES) {
                    faults.add(name, 0, "procedure.fault.file-too-large", name, mega());
                } else {
                    contents.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException unreadable) {
            faults.add(
                    String.valueOf(folder.getFileName()),
                    0,
                    "procedure.fault.unreadable",
                    unreadable.getClass().getSimpleName());
        }
        return of(contents, faults);
    }

    private static Optional<String> text(String name, byte[] content, FaultSink faults) {
        if (!known(name)) {
            faults.add(name, 0, "procedure.fault.foreign-file", name);
        } else if (content.length > MAX_BYTES) {
            faults.add(name, 0, "procedure.fault.file-too-large", name, mega());
        } else {
            try {
                var text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(content))
                                .toString();
                if (text.indexOf('\0') < 0) return Optional.of(text);
                faults.add(name, 0, "procedure.fault.not-utf8", name);
            } catch (CharacterCodingException _) {
                faults.add(name, 0, "procedure.fault.not-utf8", name);
            }
        }
        return Optional.empty();
    }

    private static boolean known(String name) {
        return name.equals(PROCEDURE)
                || name.equals(FORM)
                || name.equals(PROCESS)
                || PRINT.matcher(name).matches();
    }

    private static int mega() {
        return MAX_BYTES / 1_000_000;
    }

    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /// The content of a file that is known to be there.
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no file " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts.keySet()));
    }

    /// Names of print templates without folder and ending: `birth-certificate`.
    public List<String> prints() {
        return names().stream()
                .filter(name -> name.startsWith("print/"))
                .map(name -> name.substring(6, name.length() - 5))
                .toList();
    }

    public Map<String, String> asMap() {
        return texts;
    }

    /// SHA-256 over names and contents in the order of the names.
    public String hash() {
        return hash;
    }

    private static String hash(SortedMap<String, String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(
                    (name, text) -> {
                        var bytes = text.getBytes(StandardCharsets.UTF_8);
                        var head = name + "\0" + bytes.length + "\0";
                        digest.update(head.getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReleaseFiles files && files.texts.equals(texts);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "ReleaseFiles" + texts.keySet();
    }
}
