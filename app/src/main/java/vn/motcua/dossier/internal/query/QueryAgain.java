package vn.motcua.dossier.internal.query;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.journal.Journal;
import vn.motcua.organization.PositionKind;
import vn.motcua.register.Asked;
import vn.motcua.register.Registers;

/// An officer has a register asked once more.
@Service
class QueryAgain {
    private final Permissions permissions;
    private final Registers registers;
    private final DossierStore dossiers;
    private final Rules rules;
    private final Journal journal;

    QueryAgain(
            Permissions permissions,
            Registers registers,
            DossierStore dossiers,
            Rules rules,
            Journal journal) {
        this.permissions = permissions;
        this.registers = registers;
        this.dossiers = dossiers;
        this.rules = rules;
        this.journal = journal;
    }

    /// @param version the officer saw
    @Transactional
    public void again(UUID id, int version, UUID query) {
        var act = permissions.begin(id, version, PositionKind.values());
        var asked = registers.lock(query).orElseThrow(act::notAllowed);
        var question = asked.question();
        var task =
                act.work().stream()
                        .filter(each -> each.open() && each.token().equals(question.token()))
                        .findFirst()
                        .orElseThrow(act::notAllowed);
        var by = act.doing(task, rules.process(act.dossier())).by();
        boolean open = asked.state() == Asked.State.FAILED || asked.state() == Asked.State.WAITING;
        if (!question.subject().equals(id) || !open) throw act.notAllowed();
        if (!registers.connected(question.register())) throw act.notAllowed();
        registers.again(query, Objects.requireNonNull(by.account()));
        dossiers.update(act.dossier());
        journal.append(
                Facts.of(
                        "register-asked",
                        act.dossier(),
                        by,
                        act.now(),
                        Map.of(
                                "query", query.toString(),
                                "register", question.register(),
                                "basis",
                                        registers
                                                .find(question.register())
                                                .map(register -> register.basis().vi())
                                                .orElse(""),
                                "step", question.step(),
                                "again", true)));
    }
}
