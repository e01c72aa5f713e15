package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.print.SlipAgency;
import vn.motcua.dossier.internal.print.SlipComponent;
import vn.motcua.dossier.internal.print.SlipDossier;
import vn.motcua.dossier.internal.print.SlipPerson;
import vn.motcua.dossier.internal.print.SlipSigner;
import vn.motcua.dossier.internal.print.SlipWorking;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Term;
import vn.motcua.worktime.Calendars;

/// Tells a dossier in the words its papers are printed in: Vietnamese, as the law has them.
@Component
class SlipFacts {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Rules rules;
    private final Agencies agencies;
    private final Staff staff;
    private final DossierStore dossiers;
    private final Calendars calendars;
    private final MessageSource messages;
    private final String publicUrl;

    SlipFacts(
            Rules rules,
            Agencies agencies,
            Staff staff,
            DossierStore dossiers,
            Calendars calendars,
            MessageSource messages,
            @Value("${motcua.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.rules = rules;
        this.agencies = agencies;
        this.staff = staff;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    SlipAgency agency(Dossier dossier) {
        var agency = agencies.require(dossier.agency());
        var superior =
                agency.parent() == null ? null : agencies.require(agency.parent()).name().vi();
        return new SlipAgency(
                agency.code(),
                superior,
                agency.name().vi(),
                agency.desk().vi(),
                agency.address(),
                agency.phone(),
                publicUrl.replaceFirst("^https?://", ""));
    }

    /// For the line of place and date: the agency's name without the words that say what kind of
    // agency it is.
    String place(Dossier dossier) {
        Agency agency = agencies.require(dossier.agency());
        return agency.name()
                .vi()
                .replaceFirst(
                        "^(Ủy ban nhân dân|UBND|Công an|Sở \\p{L}+( \\p{L}+)*?) (?=(xã|phường|đặc khu|tỉnh|thành phố|Thành phố|TP\\.))",
                        "")
                .replaceFirst("^(xã|phường|đặc khu|tỉnh|thành phố|Thành phố) ", "");
    }

    SlipDossier dossier(Dossier dossier) {
        var record = rules.record(dossier);
        var people = dossier.people();
        var owner =
                new SlipPerson(
                        people.ownerName(),
                        people.ownerPersonalId(),
                        null,
                        people.ownerPhone(),
                        people.ownerEmail());
        var filer =
                people.filerName().equals(people.ownerName())
                        ? null
                        : new SlipPerson(
                                people.filerName(),
                                null,
                                null,
                                people.ownerPhone(),
                                people.ownerEmail());
        return new SlipDossier(
                dossier.code().value(),
                record.code(),
                record.name().vi(),
                dossier.summary(),
                owner,
                filer,
                text("dossier.channel." + dossier.channel()),
                dossier.moments().accepted(),
                dossier.moments().due(),
                legalTime(dossier),
                1,
                components(dossier),
                text("dossier.return." + dossier.returnWay()),
                trackingUrl(dossier),
                null,
                null);
    }

    String trackingUrl(Dossier dossier) {
        return publicUrl
                + "/tracking?code="
                + dossier.code()
                + "&key="
                + dossiers.trackingKey(dossier.code());
    }

    List<SlipComponent> components(Dossier dossier) {
        var record = rules.record(dossier);
        return dossier.papers().stream()
                .map(
                        paper ->
                                new SlipComponent(
                                        record.component(paper.component())
                                                .map(component -> component.name().vi())
                                                .orElse(paper.component()),
                                        form(paper.form()),
                                        Math.max(1, paper.quantity()),
                                        paper.note()))
                .toList();
    }

    private static String form(Paper.Form form) {
        return switch (form) {
            case ORIGINAL -> "Bản chính";
            case COPY -> "Bản sao";
            case CERTIFIED_COPY -> "Bản chứng thực";
            case ELECTRONIC -> "Bản điện tử";
        };
    }

    private String legalTime(Dossier dossier) {
        var limit = rules.limit(dossier);
        if (limit != null) return text("dossier.term." + limit.unit(), limit.quantity());
        return rules.record(dossier)
                .rule(dossier.channel(), dossier.caseCode())
                .map(
                        rule ->
                                rule.term() instanceof Term.Backward
                                        ? text("dossier.term.BACKWARD")
                                        : text("dossier.term.ONCE"))
                .orElse("");
    }

    /// The arithmetic behind the appointment, in words.
    List<SlipWorking> working(Dossier dossier, Instant now) {
        if (dossier.ledger().lines().isEmpty()) return List.of();
        return dossier.ledger().reckon(calendars.of(dossier.agency()), now).working().stream()
                .map(
                        line ->
                                new SlipWorking(
                                        messages.getMessage(
                                                line.messageKey(),
                                                line.arguments(VIETNAMESE),
                                                VIETNAMESE),
                                        messages.getMessage(
                                                line.resultMessageKey(),
                                                line.resultArguments(VIETNAMESE),
                                                VIETNAMESE)))
                .toList();
    }

    SlipSigner signer(Caller by, Dossier dossier) {
        var title = member(by, dossier).map(member -> member.title().vi()).orElse("");
        return new SlipSigner(title.toUpperCase(VIETNAMESE), by.name(), null);
    }

    private java.util.Optional<StaffMember> member(Caller by, Dossier dossier) {
        if (by.account() == null) return java.util.Optional.empty();
        return staff.of(by.account()).stream()
                .filter(member -> member.agency().equals(dossier.agency()))
                .findFirst();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }
}
