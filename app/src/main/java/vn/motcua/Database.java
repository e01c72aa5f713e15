package vn.motcua;

/// Where PostgreSQL is and how its two roles sign in: the owner migrates, the application works
/// and owns nothing.
///
/// @param url JDBC address
record Database(String url, Login owner, Login app) {
    /// The role the application connects as. It owns no table and cannot pass by row-level
    /// security.
    static final String APP_ROLE = "motcua_app";

    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
