package vn.motcua.identity;

/// A bean by which a room declares who may reach its paths. What no room declares is closed to
/// everybody and answers like something that does not exist (S1).
///
/// ```java
/// @Component
/// class TrackingAccess implements AccessRules {
///     public void rules(AccessRegistry r) {
///         r.open("/tracking").role("/desk/**", Role.OFFICER, Role.LEADER);
///     }
/// }
/// ```
@FunctionalInterface
public interface AccessRules {
    void rules(AccessRegistry registry);
}
