package vn.motcua.sample.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// What the person who started the program reads. Always UTF-8: a console that believes
/// otherwise would spoil every Vietnamese word.
@Component
class Screen {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    void line(String text) {
        out.println(text);
    }

    /// One step of a longer work, told when it is done.
    void progress(String vietnamese, String english) {
        line("  · " + vietnamese + " / " + english);
    }
}
