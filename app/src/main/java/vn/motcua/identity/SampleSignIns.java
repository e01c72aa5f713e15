package vn.motcua.identity;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// A bean of the sample data: accounts the sign-in page offers while the setting `motcua.sample`
/// is true, never otherwise. Whoever shows them asks for the setting.
public interface SampleSignIns {
    /// @param who for example "Citizen, mother of a newborn"
    record SampleSignIn(String login, String password, LocalText who) {}

    List<SampleSignIn> list();
}
