package vn.motcua.dossier.internal.citizen;

import java.util.Map;
import vn.motcua.kernel.LocalText;

public record WithdrawView(
        String code, LocalText procedure, String reason, Map<String, String> errors) {}
