package vn.motcua.dossier.internal.processing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.organization.PositionKind;

/// Supplements people bring to the counter, as who has no account can only do. The same rules
/// hold as for what is sent online.
@Service
public class CounterAnswers {
    private final Permissions permissions;
    private final Supplements supplements;

    CounterAnswers(Permissions permissions, Supplements supplements) {
        this.permissions = permissions;
        this.supplements = supplements;
    }

    @Transactional
    public void receive(UUID id, int version, Map<String, String> brought, Paper.Form form) {
        receive(id, version, brought, Map.of(), form);
    }

    /// @param brought what was brought for each thing asked, by its id
    /// @param scans files of what was scanned, by the same id
    /// @param form how the papers came
    @Transactional
    public void receive(
            UUID id,
            int version,
            Map<String, String> brought,
            Map<String, List<UUID>> scans,
            Paper.Form form) {
        var act = permissions.begin(id, version, PositionKind.RECEPTIONIST);
        brought.forEach(
                (item, text) ->
                        supplements.keep(
                                act.dossier(),
                                item,
                                text,
                                scans.getOrDefault(item, List.of()),
                                List.of()));
        supplements.send(act.dossier(), act.by(), form, Map.of("way", "COUNTER"));
    }
}
