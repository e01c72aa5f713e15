package vn.motcua;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A program that holds a lock file until it is ended, as a running platform does.
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (var channel =
                        FileChannel.open(
                                Path.of(arguments[0]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            System.out.println("locked");
            var _ = System.in.read();
        }
    }
}
