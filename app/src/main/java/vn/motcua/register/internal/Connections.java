package vn.motcua.register.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.StartRefused;

/// Where registers are reached and with which credential: `motcua.register.<id>.url`, `.credential`
/// or `.credential-file`. Read once, kept in memory, stored nowhere.
@Component
class Connections {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @param credential null where the register asks for none
    record Connection(URI url, @Nullable Secret credential) {}

    private final Map<String, Connection> connections = new HashMap<>();

    Connections(RegisterFolder folder, Environment settings) {
        for (var register : folder.all()) {
            var before = "motcua.register." + register.id() + ".";
            var url = settings.getProperty(before + "url", "").strip();
            if (url.isEmpty()) continue;
            connections.put(
                    register.id(),
                    new Connection(url(before + "url", url), credential(before, settings)));
        }
    }

    Optional<Connection> of(String register) {
        return Optional.ofNullable(connections.get(register));
    }

    /// What is told of people travels encrypted, except on this machine.
    private static URI url(String property, String text) {
        try {
            var url = new URI(text);
            var host = url.getHost();
            boolean safe =
                    "https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && THIS_MACHINE.contains(host);
            if (host != null && safe && url.getUserInfo() == null && url.getFragment() == null)
                return url;
        } catch (URISyntaxException notAnAddress) {
            // told below
        }
        throw new StartRefused(
                property
                        + " phải là địa chỉ https:// không kèm tài khoản."
                        + " / "
                        + property
                        + " has to be an https:// address without an account in it.");
    }

    private static @Nullable Secret credential(String before, Environment settings) {
        var given = settings.getProperty(before + "credential", "").strip();
        if (!given.isEmpty()) return checked(before + "credential", given);
        var file = settings.getProperty(before + "credential-file", "").strip();
        if (file.isEmpty()) return null;
        try {
            return checked(before + "credential-file", Files.readString(Path.of(file)).strip());
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "Không đọc được tệp nêu ở "
                            + before
                            + "credential-file. / The file named by "
                            + before
                            + "credential-file cannot be read.");
        }
    }

    private static Secret checked(String property, String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c < 0x21 || c > 0x7e))
            throw new StartRefused(
                    property
                            + " chỉ được có chữ và dấu không trắng. / "
                            + property
                            + " may hold visible ASCII characters only.");
        return new Secret(value);
    }
}
