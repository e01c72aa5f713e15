package vn.motcua.sample.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vn.motcua.dossier.SampleNames;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.AssuranceLevel;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;

/// Invented citizens with numbers of valid form. The first is the mother, the second the
/// business man of the guided tour.
final class SampleCitizens {
    static final String MOTHER = "079194001234";
    static final String BUSINESS_MAN = "079085004321";

    private static final String BEN_THANH = "26743";
    private static final String BA_DINH = "00004";

    private SampleCitizens() {}

    private record Citizen(
            String id, String name, int month, int day, String street, String commune) {}

    /// @param ngheAn code of the commune of Nghệ An that has sample staff
    static List<NewAccount> all(String ngheAn, String password) {
        var citizens =
                List.of(
                        new Citizen(
                                MOTHER, "Nguyễn Thị Thu Hà", 4, 12, "25 đường Lê Lai", BEN_THANH),
                        new Citizen(
                                BUSINESS_MAN,
                                "Trần Quốc Bảo",
                                9,
                                3,
                                "108 đường Nguyễn Trãi",
                                BEN_THANH),
                        new Citizen(
                                "079190002207",
                                "Lê Thị Mỹ Duyên",
                                11,
                                20,
                                "7 đường Lý Tự Trọng",
                                BEN_THANH),
                        new Citizen(
                                "079078003318",
                                "Phạm Minh Tuấn",
                                1,
                                30,
                                "61 đường Calmette",
                                BEN_THANH),
                        new Citizen(
                                "080092004429",
                                "Võ Hoàng Long",
                                7,
                                8,
                                "14 đường Phó Đức Chính",
                                BEN_THANH),
                        new Citizen(
                                "074196005530",
                                "Đặng Ngọc Trâm",
                                2,
                                17,
                                "39 đường Thủ Khoa Huân",
                                BEN_THANH),
                        new Citizen(
                                "083173006641",
                                "Huỳnh Thị Kim Liên",
                                6,
                                25,
                                "210 đường Lê Thánh Tôn",
                                BEN_THANH),
                        new Citizen(
                                "079201007752",
                                "Bùi Gia Huy",
                                10,
                                5,
                                "5 đường Nguyễn An Ninh",
                                BEN_THANH),
                        new Citizen(
                                "001188008863",
                                "Hoàng Thị Lan Anh",
                                3,
                                9,
                                "18 phố Phan Đình Phùng",
                                BA_DINH),
                        new Citizen(
                                "001082009974",
                                "Đỗ Văn Thành",
                                12,
                                1,
                                "77 phố Quán Thánh",
                                BA_DINH),
                        new Citizen(
                                "034193001085",
                                "Vũ Thị Hồng Nhung",
                                5,
                                14,
                                "3 phố Châu Long",
                                BA_DINH),
                        new Citizen("040086002196", "Hồ Sỹ Dũng", 8, 22, "Xóm 4", ngheAn),
                        new Citizen("040195003207", "Cao Thị Thương", 1, 19, "Xóm 9", ngheAn));
        return IntStream.range(0, citizens.size())
                .mapToObj(i -> account(citizens.get(i), i, password))
                .toList();
    }

    private static NewAccount account(Citizen citizen, int number, String password) {
        var id = new PersonalId(citizen.id());
        return new NewAccount(
                AccountKind.CITIZEN,
                id.value(),
                citizen.name(),
                id.value(),
                LocalDate.of(id.birthYear(), citizen.month(), citizen.day()),
                id.sex(),
                "+849000001%02d".formatted(number + 1),
                "cong-dan-%02d@example.vn".formatted(number + 1),
                citizen.street(),
                citizen.commune(),
                AssuranceLevel.LEVEL_2,
                password);
    }

    private static final int CROWD = 96;
    private static final long SEED = 26_743;

    /// Citizens who only come through an identity provider: they fill the lists and cannot sign
    /// in here.
    static List<NewAccount> crowd(String ngheAn) {
        var random = new Random(SEED);
        return IntStream.range(0, CROWD).mapToObj(i -> one(i, ngheAn, random)).toList();
    }

    private static NewAccount one(int number, String ngheAn, Random random) {
        boolean woman = random.nextBoolean();
        int year = 1966 + random.nextInt(38);
        var home = number % 8;
        var commune = home < 5 ? BEN_THANH : home < 7 ? BA_DINH : ngheAn;
        var origin = home < 5 ? "079" : home < 7 ? "001" : "040";
        var id = SampleNames.personalId(origin, woman, year, random);
        return new NewAccount(
                AccountKind.CITIZEN,
                id,
                SampleNames.full(woman, random),
                id,
                LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                woman ? "female" : "male",
                "+849000002%02d".formatted(number),
                null,
                home < 7
                        ? (1 + random.nextInt(200))
                                + (home < 5 ? " đường Lê Lai" : " phố Quán Thánh")
                        : "Xóm 3",
                commune,
                AssuranceLevel.LEVEL_2,
                null);
    }
}
