package vn.motcua.sample.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.StartRefused;

/// The sample accounts' password is printed in the README. An instance that others can reach does
/// not start with them, unless the operator asks for exactly that with `--sample`.
@Component
class SampleGuard implements SmartInitializingSingleton {
    private final Environment settings;
    private final Accounts accounts;
    private final Asking asking;

    SampleGuard(Environment settings, Accounts accounts, Asking asking) {
        this.settings = settings;
        this.accounts = accounts;
        this.asking = asking;
    }

    /// Before the web server takes its first request.
    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.getProperty("motcua.command", "").equals("run")) return;
        if (settings.getProperty("motcua.sample.asked", Boolean.class, false)) return;
        if (!reachable(
                settings.getProperty("server.address", ""),
                settings.getProperty("motcua.public-url", "http://localhost"))) return;
        boolean soon = settings.getProperty("motcua.sample", Boolean.class, false);
        if (soon || asking.as(Caller.system(), this::there))
            throw new StartRefused(
                    "Tài khoản mẫu có mật khẩu ai cũng biết, nên không mở cho máy khác (server.address,"
                            + " motcua.public-url): dùng --empty với cơ sở dữ liệu chưa có chúng, hoặc ghi rõ"
                            + " --sample."
                            + " / Sample accounts have a public password and are not opened to other machines"
                            + " (server.address, motcua.public-url): use --empty on a database without them, or"
                            + " say --sample.");
    }

    /// Whether anybody but this machine's own users can come in.
    static boolean reachable(String address, String publicUrl) {
        return !loopback(address) || !local(publicUrl);
    }

    private static boolean loopback(String address) {
        if (address.isBlank()) return false;
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean local(String url) {
        try {
            var host = String.valueOf(URI.create(url.strip()).getHost()).toLowerCase(Locale.ROOT);
            return host.equals("localhost")
                    || host.endsWith(".localhost")
                    || host.equals("[::1]")
                    || host.matches("127(\\.\\d{1,3}){3}");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /// A real account may bear the name of a sample one; only with the public password is it one.
    private boolean there() {
        return logins().flatMap(login -> accounts.byLogin(login).stream())
                .filter(account -> !account.disabled())
                .map(Account::id)
                .anyMatch(id -> accounts.opensWith(id, SamplePeople.PASSWORD));
    }

    private static Stream<String> logins() {
        return Stream.concat(
                SampleStaff.logins().stream(),
                SampleCitizens.all("", "").stream().map(citizen -> citizen.loginName()));
    }
}
