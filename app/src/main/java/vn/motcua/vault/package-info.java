/// Kho dữ liệu cá nhân, tổ chức: files, checked on the way in, encrypted at rest, opened only by
/// their owner and the agencies they are shared with.
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"kernel", "journal", "identity"})
@NullMarked
package vn.motcua.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
