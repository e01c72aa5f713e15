package vn.motcua.sample.internal;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

/// Opens the accounts of the sample citizens and officers and appoints the latter.
@Component
class SamplePeople {
    /// One password for all of them, easy to type and long enough for the rules.
    static final String PASSWORD = "mot-cua-cho-moi-nguoi";

    private final Accounts accounts;
    private final Agencies agencies;
    private final Staff staff;
    private final Asking asking;

    SamplePeople(Accounts accounts, Agencies agencies, Staff staff, Asking asking) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.staff = staff;
        this.asking = asking;
    }

    /// @return number of officers
    int appointStaff() {
        return asking.as(
                Caller.system(),
                () -> {
                    var posts =
                            SampleStaff.posts(
                                    place("79", "26743", "benthanh"),
                                    place("01", "00004", "badinh"),
                                    ngheAn());
                    var opened = new HashMap<String, UUID>();
                    for (var post : posts) {
                        var account =
                                opened.computeIfAbsent(
                                        post.login(),
                                        login ->
                                                known(
                                                        NewAccount.officer(
                                                                login, post.name(), PASSWORD)));
                        staff.appoint(
                                new StaffMember(
                                        account,
                                        post.name(),
                                        post.agency(),
                                        post.unit(),
                                        post.position(),
                                        post.title()));
                    }
                    return opened.size();
                });
    }

    /// @return the citizens, the mother first and the business man second
    List<Account> registerCitizens() {
        return asking.as(
                Caller.system(),
                () -> {
                    var commune = ngheAnCommune();
                    return Stream.concat(
                                    SampleCitizens.all(commune, PASSWORD).stream(),
                                    SampleCitizens.crowd(commune).stream())
                            .map(this::known)
                            .map(id -> accounts.find(id).orElseThrow())
                            .toList();
                });
    }

    /// The account, opened unless an interrupted run has opened it already.
    private UUID known(NewAccount account) {
        return accounts.byLogin(account.loginName())
                .map(Account::id)
                .orElseGet(() -> accounts.register(account));
    }

    private SampleStaff.Place ngheAn() {
        return place("40", ngheAnCommune(), "nghean");
    }

    private String ngheAnCommune() {
        return String.valueOf(
                agencies.ofKind(AgencyKind.COMMUNE_COMMITTEE, "40").getFirst().communeCode());
    }

    private SampleStaff.Place place(String province, String commune, String tail) {
        return new SampleStaff.Place(
                competent("commune", province, commune),
                competent("commune-police", province, commune),
                competent("provincial-police", province, commune),
                competent("department-industry-trade", province, commune),
                competent("provincial-committee", province, commune),
                SampleNeighbours.of(group -> competent(group, province, commune)),
                tail);
    }

    private String competent(String group, String province, String commune) {
        return agencies.competent(group, province, commune).orElseThrow().code();
    }
}
