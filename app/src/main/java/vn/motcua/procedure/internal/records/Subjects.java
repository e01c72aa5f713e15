package vn.motcua.procedure.internal.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.LocalText;

/// Who a procedure is for: codes of the national list and what they mean. Sources write the first
/// letter of a code as Đ or as D; they mean the same.
public final class Subjects {
    private static final Map<String, LocalText> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("ĐT1", LocalText.of("Công dân Việt Nam", "Vietnamese citizens"));
        NAMES.put("ĐT4", LocalText.of("Người nước ngoài", "Foreigners"));
        NAMES.put("ĐT9", LocalText.of("Doanh nghiệp, tổ chức", "Organisations"));
        NAMES.put(
                "DT12", LocalText.of("Người Việt Nam định cư ở nước ngoài", "Overseas Vietnamese"));
        NAMES.put("DT13", LocalText.of("Cán bộ, công chức, viên chức", "Civil servants"));
    }

    private Subjects() {}

    public static LocalText names(List<String> codes) {
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (var code : codes) {
            var name = NAMES.get(code);
            if (name == null) continue;
            vi.add(name.vi());
            en.add(name.en());
        }
        return new LocalText(String.join("; ", vi), String.join("; ", en));
    }

    /// The code as the national list spells it; null when it is none.
    public static @Nullable String code(String typed) {
        var folded = Fold.fold(typed);
        for (var code : NAMES.keySet()) if (Fold.fold(code).equals(folded)) return code;
        return folded.matches("dt\\d{1,3}") ? "ĐT" + folded.substring(2) : null;
    }

    /// Codes the words of a source name: "Công dân Việt Nam; doanh nghiệp".
    public static List<String> named(String words) {
        var folded = " " + Fold.fold(words) + " ";
        List<String> codes = new ArrayList<>();
        if (folded.matches(".* (cong dan|ca nhan|nguoi dan|ho gia dinh) .*")) codes.add("ĐT1");
        if (folded.contains(" nguoi nuoc ngoai ")) codes.add("ĐT4");
        if (folded.matches(".* (doanh nghiep|to chuc|hop tac xa|co quan) .*")) codes.add("ĐT9");
        if (folded.contains(" dinh cu o nuoc ngoai ")) codes.add("DT12");
        if (folded.matches(".* (can bo|cong chuc|vien chuc) .*")) codes.add("DT13");
        return codes;
    }
}
