package vn.motcua.dossier.internal.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.print.Slip;
import vn.motcua.dossier.internal.print.SlipAgency;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.print.SlipPrinter;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.ReleaseId;

/// The register of a month on paper (A4), in parts that say which lines they hold. In
/// Vietnamese, as the law has it. What the platform does not know stays blank, to be written by
/// hand.
@Service
class PrintedRegister {
    private final Register register;
    private final RegisterStore store;
    private final Rules rules;
    private final Agencies agencies;
    private final SlipPrinter printer;
    private final MessageSource messages;
    private final Clock clock;
    private final PublicAddress address;

    PrintedRegister(
            Register register,
            RegisterStore store,
            Rules rules,
            Agencies agencies,
            SlipPrinter printer,
            MessageSource messages,
            Clock clock,
            PublicAddress address) {
        this.register = register;
        this.store = store;
        this.rules = rules;
        this.agencies = agencies;
        this.printer = printer;
        this.messages = messages;
        this.clock = clock;
        this.address = address;
    }

    /// @param number which part, counted from 1; a month without dossiers has one empty part
    @Transactional
    public byte[] print(String month, int number) {
        var agency = register.agency();
        var chosen = register.month(month);
        var body = body(month, number, Register.PART);
        register.append(
                "register.exported", chosen, Map.of("part", number, "count", body.rows().size()));
        var slip =
                new Slip(
                        letterhead(agency),
                        place(agency),
                        clock.instant(),
                        null,
                        null,
                        null,
                        body,
                        Map.of());
        return printer.print(slip, Optional.empty());
    }

    /// What stands on one part; must run in a transaction.
    ///
    /// @param size most lines of a part
    SlipBody.Register body(String month, int number, int size) {
        var agency = register.agency();
        var chosen = register.month(month);
        var words = new DeskWords(messages, DeskWords.VIETNAMESE);
        var from = Register.start(chosen);
        var to = Register.start(chosen.plusMonths(1));
        var period = Register.words(chosen, words);
        var parts = store.parts(agency.code(), from, to, size);
        if (parts.isEmpty() && number == 1)
            return new SlipBody.Register(period, 1, 0, java.util.List.of());
        if (number < 1 || number > parts.size())
            throw new ProblemException(DossierProblem.NOT_FOUND);
        var part = parts.get(number - 1);
        var rows =
                store.part(agency.code(), part.first(), to, size).stream()
                        .map(row -> printed(row, agency, words))
                        .toList();
        return new SlipBody.Register(period, part.from(), part.total(), rows);
    }

    private SlipAgency letterhead(Agency agency) {
        var superior =
                agency.parent() == null ? null : agencies.require(agency.parent()).name().vi();
        return new SlipAgency(
                agency.code(),
                superior,
                agency.name().vi(),
                agency.desk().vi(),
                agency.address(),
                agency.phone(),
                address.shown());
    }

    /// Number of sets, the hour of passing on and who signed for the result are not kept.
    private SlipBody.RegisterRow printed(RegisterStore.Row row, Agency agency, DeskWords words) {
        var procedure =
                rules.release(new ReleaseId(row.procedure(), row.release())).record().name().vi();
        return new SlipBody.RegisterRow(
                row.code(),
                procedure,
                null,
                row.owner(),
                row.phone() == null ? "" : row.phone(),
                agency.name().vi(),
                row.accepted() == null ? row.submitted() : row.accepted(),
                row.due(),
                null,
                row.answered() ? row.finished() : null,
                row.returned(),
                words.t("dossier.return." + row.returnWay()),
                null,
                words.t("dossier.state." + row.state()));
    }

    /// The agency's name without the words that say what kind of agency it is.
    private static String place(Agency agency) {
        return agency.name()
                .vi()
                .replaceFirst("^.*?(xã|phường|đặc khu|tỉnh|thành phố|Thành phố) ", "");
    }
}
