/// Cơ sở dữ liệu dùng chung: the registers of other agencies the platform may ask. What a register
/// is, what it is asked and what it answers is data; where it is reached and with which credential
/// is the operator's. Each question names its legal basis and its purpose, is sent after the commit
/// of whoever asked, and is kept with its answer.
///
/// Law behind it: what the State holds already is not asked of people again
/// [one-stop-decree]; whose data are read must be able to know [personal-data-law].
@ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {"kernel", "identity", "procedure"})
@NullMarked
package vn.motcua.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
