package vn.motcua;

import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL server of the operator's own, in place of the embedded one.
final class ServerDatabase {
    private static final int OLDEST = 15;
    private static final String UNREACHABLE = "08";

    private ServerDatabase() {}

    /// Reads the two roles from MOTCUA_DATABASE_OWNER(_PASSWORD) and
    /// MOTCUA_DATABASE_USER(_PASSWORD), and checks that the server answers and is new enough.
    static Database at(String url) {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new StartFailure(
                    "Địa chỉ cơ sở dữ liệu phải bắt đầu bằng jdbc:postgresql://."
                            + " / The database address must begin with jdbc:postgresql://.");
        var owner =
                new Database.Login(setting("OWNER", "motcua_owner"), setting("OWNER_PASSWORD", ""));
        var app = new Database.Login(Database.APP_ROLE, setting("PASSWORD", ""));
        DriverManager.setLoginTimeout(10);
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST)
                throw new StartFailure(
                        "PostgreSQL "
                                + version
                                + " quá cũ: cần từ bản "
                                + OLDEST
                                + ". / PostgreSQL "
                                + version
                                + " is too old: version "
                                + OLDEST
                                + " or newer is needed.");
        } catch (SQLException problem) {
            throw new StartFailure(sentence(url, owner, problem), problem);
        }
        return new Database(url, owner, app);
    }

    private static String sentence(String url, Database.Login owner, SQLException problem) {
        var shown = shown(url);
        var state = String.valueOf(problem.getSQLState());
        if (state.startsWith(UNREACHABLE))
            return "Không tới được cơ sở dữ liệu "
                    + shown
                    + ": kiểm tra máy chủ, cổng, tường lửa."
                    + " / The database "
                    + shown
                    + " cannot be reached: check server, port, firewall.";
        return "Cơ sở dữ liệu "
                + shown
                + " không cho vai trò "
                + owner
                + " vào: đặt MOTCUA_DATABASE_OWNER và MOTCUA_DATABASE_OWNER_PASSWORD."
                + " / The database refuses the role "
                + owner
                + ": set MOTCUA_DATABASE_OWNER and MOTCUA_DATABASE_OWNER_PASSWORD.";
    }

    /// Host and database alone: an address may carry a password.
    static String shown(String url) {
        var address = url.substring(url.indexOf(':', "jdbc:".length()) + 1);
        int end = address.indexOf('?');
        var plain = end < 0 ? address : address.substring(0, end);
        return plain.replaceFirst("^//", "").replaceFirst("^.*@", "");
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv("MOTCUA_DATABASE_" + name);
        return value == null ? otherwise : value;
    }
}
