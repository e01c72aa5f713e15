/// Identity (định danh, xác thực): who is asking, accounts, sign-in, sessions, access tokens,
/// and which role may reach which path. It also carries the caller into every database
/// transaction, so that row-level security answers to the same person as the policy in code.
///
/// Sources: [identity-law] personal identification number; [personal-data-law] reads of a
/// person's data are recorded.
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "journal", "organization"})
@NullMarked
package vn.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
