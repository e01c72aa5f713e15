package vn.motcua.dossier.internal.citizen;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.kernel.LocalText;
import vn.motcua.vault.StoredFile;

/// One thing asked in a request to supplement.
public record ItemView(
        String code,
        LocalText procedure,
        Supplement.Item item,
        @Nullable String text,
        List<StoredFile> files,
        Map<String, String> errors) {
    ItemView with(@Nullable String typed, Map<String, String> faults) {
        return new ItemView(code, procedure, item, typed, files, faults);
    }
}
