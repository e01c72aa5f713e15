package vn.motcua.dossier.internal.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.SampleNames;
import vn.motcua.form.Answers;

/// Valid answers to the forms of the procedures, for a filer, a place and a day.
final class SampleAnswers {
    static final String BIRTH = "1.001193";
    static final String DEATH = "1.000656";
    static final String HOUSEHOLD = "1.001612";
    static final String RECORD = "3.000333";
    static final String LODGING = "2.001159";
    static final String PROMOTION = "2.000033";

    private final Filer filer;
    private final Place place;
    private final LocalDate day;
    private final RandomGenerator random;
    private final Map<String, Object> answers = new LinkedHashMap<>();

    private SampleAnswers(Filer filer, Place place, LocalDate day, RandomGenerator random) {
        this.filer = filer;
        this.place = place;
        this.day = day;
        this.random = random;
    }

    /// @param file id of an uploaded paper; null when the paper is on record already
    static Answers of(
            String procedure,
            Filer filer,
            Place place,
            LocalDate day,
            @Nullable String file,
            RandomGenerator random) {
        var one = new SampleAnswers(filer, place, day, random);
        switch (procedure) {
            case BIRTH -> one.birth(file);
            case DEATH -> one.death(file);
            case HOUSEHOLD -> one.household();
            case RECORD -> one.record();
            case LODGING -> one.lodging();
            case PROMOTION -> one.promotion();
            default -> {
                return SampleMatters.of(procedure, filer, place, day, file, random);
            }
        }
        one.put("declaration", true);
        return Answers.of(one.answers);
    }

    private void put(String field, Object value) {
        answers.put(field, value);
    }

    private Map<String, Object> somewhere() {
        return place.address(place.street(random));
    }

    private void birth(@Nullable String file) {
        boolean mother = filer.woman();
        put("birthKind", "ordinary");
        put("relation", mother ? "mother" : "father");
        put("requesterName", filer.name());
        put("requesterBirthDate", filer.birthDate().toString());
        put("requesterPersonalId", filer.personalId());
        put("requesterAddress", filer.address());
        put("requesterPhone", filer.phone());
        put("registerAddress", filer.address());
        var otherName = SampleNames.full(!mother, random);
        var family = mother ? otherName.substring(0, otherName.indexOf(' ')) : filer.family();
        boolean girl = random.nextBoolean();
        put("childName", SampleNames.child(family, girl, random));
        put("childBirthDate", day.minusDays(3 + random.nextInt(40)).toString());
        put("childSex", girl ? "female" : "male");
        put("birthClinic", place.hospital());
        put("birthPlace", place.address("Khoa Sản"));
        put("childNativePlace", filer.address());
        put("childEthnicity", "Kinh");
        put("childNationality", "Việt Nam");
        parents(mother, otherName);
        birthProof(file);
        put("copies", random.nextInt(3));
    }

    private void parents(boolean mother, String otherName) {
        int year = filer.birthDate().getYear() + random.nextInt(-4, 5);
        var other = new LinkedHashMap<String, Object>();
        other.put("fullName", otherName);
        other.put("birthDate", String.valueOf(year));
        other.put("personalId", SampleNames.personalId(place.idPlace(), !mother, year, random));
        if (mother) put("fatherDeclared", true);
        put(mother ? "father" : "mother", other);
        for (var parent : List.of("mother", "father")) {
            put(parent + "Ethnicity", "Kinh");
            put(parent + "Nationality", "Việt Nam");
            put(parent + "Address", filer.address());
        }
        put("parentsMarried", true);
        put("marriagePlace", "Ủy ban nhân dân nơi cư trú của chồng");
        put("marriageDate", String.valueOf(day.getYear() - 1 - random.nextInt(6)));
    }

    private void birthProof(@Nullable String file) {
        put("birthProofKind", file == null ? "electronic" : "paper");
        if (file == null)
            put("birthProofNumber", "CS-%d-%05d".formatted(day.getYear(), random.nextInt(100_000)));
        else put("birthProofFiles", List.of(file));
    }

    private void death(@Nullable String file) {
        boolean woman = random.nextBoolean();
        int year = 1932 + random.nextInt(35);
        put("relation", "child");
        put("requesterName", filer.name());
        put("requesterPersonalId", filer.personalId());
        put("requesterAddress", filer.address());
        put("requesterPhone", filer.phone());
        put("deceasedName", SampleNames.child(filer.family(), woman, random));
        put("deceasedPersonalId", SampleNames.personalId(place.idPlace(), woman, year, random));
        put("deceasedBirth", String.valueOf(year));
        put("deceasedSex", woman ? "female" : "male");
        put("deceasedEthnicity", "Kinh");
        put("deceasedNationality", "Việt Nam");
        put("lastResidence", filer.address());
        var died = day.minusDays(1 + random.nextInt(10));
        put("deathDate", died.toString());
        put("deathTime", "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
        put("deathClinic", "Bệnh viện đa khoa");
        put("deathPlace", somewhere());
        put(
                "deathCause",
                SampleNames.one(
                        List.of("Tuổi cao", "Bệnh tim mạch", "Đột quỵ", "Bệnh phổi mạn tính"),
                        random));
        put("registerAddress", filer.address());
        put("noticeKind", file == null ? "electronic" : "paper");
        put("noticeNumber", "%d/GBT".formatted(10 + random.nextInt(900)));
        put("noticeIssuer", "Bệnh viện đa khoa");
        put("noticeDate", died.toString());
        if (file != null) put("noticeFiles", List.of(file));
        put("copies", random.nextInt(4));
    }

    private record Trade(String code, String name, String word) {}

    private static final List<Trade> TRADES =
            List.of(
                    new Trade(
                            "5610", "Nhà hàng và các dịch vụ ăn uống phục vụ lưu động", "Quán ăn"),
                    new Trade("5630", "Dịch vụ phục vụ đồ uống", "Cà phê"),
                    new Trade(
                            "4771",
                            "Bán lẻ hàng may mặc, giày dép, hàng da và giả da",
                            "Thời trang"),
                    new Trade(
                            "4711",
                            "Bán lẻ lương thực, thực phẩm, đồ uống trong các cửa hàng kinh doanh tổng hợp",
                            "Tạp hóa"),
                    new Trade("9631", "Cắt tóc, làm đầu, gội đầu", "Tiệm tóc"),
                    new Trade("1410", "May trang phục", "Nhà may"));

    private void household() {
        var trade = SampleNames.one(TRADES, random);
        put("founder", "person");
        put("ownerName", filer.name());
        put("ownerBirthDate", filer.birthDate().toString());
        put("ownerSex", filer.sex());
        put("ownerPersonalId", filer.personalId());
        put("ownerAddress", filer.address());
        put("ownerPhone", filer.phone());
        var given = filer.name().substring(filer.name().lastIndexOf(' ') + 1);
        put("businessName", trade.word() + " " + given + " " + (1 + random.nextInt(99)));
        put("businessAddress", filer.address());
        var main = new LinkedHashMap<String, Object>();
        main.put("tradeCode", trade.code());
        main.put("tradeName", trade.name());
        main.put("main", true);
        put("trades", List.of(main));
        put("capital", (5 + random.nextInt(40)) * 10_000_000L);
        put("startDate", day.plusDays(10 + random.nextInt(30)).toString());
        put("workers", 1 + random.nextInt(6));
        put("taxMethod", SampleNames.one(List.of("declaration", "each-time", "undecided"), random));
    }

    private void record() {
        put("applicant", "self");
        boolean first = random.nextInt(3) > 0;
        put("recordKind", first ? "1" : "2");
        if (first) put("prohibitionWanted", random.nextBoolean());
        put(
                "purpose",
                SampleNames.one(
                        List.of(
                                "Xin việc làm",
                                "Du học",
                                "Xin cấp giấy phép lao động",
                                "Bổ sung hồ sơ nhân sự"),
                        random));
        put("contactPhone", filer.phone());
        put("selfName", filer.name());
        put("selfBirthDate", filer.birthDate().toString());
        put("selfSex", filer.sex());
        put("selfAddress", filer.address());
        put("birthPlace", "Việt Nam");
        put("nationality", "Việt Nam");
        put("ethnicity", "Kinh");
        put("hasPersonalId", true);
        put("selfPersonalId", filer.personalId());
        put("married", false);
        var stay = new LinkedHashMap<String, Object>();
        stay.put("historyFrom", String.valueOf(filer.birthDate().getYear() + 14));
        stay.put("historyAddress", "Nơi thường trú");
        stay.put(
                "historyJob",
                SampleNames.one(
                        List.of("Học sinh, sau đó nhân viên văn phòng", "Lao động tự do", "Kỹ sư"),
                        random));
        put("history", List.of(stay));
        put("hasConviction", false);
        put("copies", 1 + random.nextInt(2));
        put("exemption", "none");
    }

    private void lodging() {
        boolean lodgingHouse = random.nextInt(4) > 0;
        put("hostKind", lodgingHouse ? "lodging" : "household");
        if (lodgingHouse)
            put(
                    "placeName",
                    SampleNames.one(
                            List.of(
                                    "Khách sạn Hoa Mai",
                                    "Nhà nghỉ Bình Minh",
                                    "Khách sạn Sông Xanh",
                                    "Căn hộ Phố Cũ"),
                            random));
        put("lodgingAddress", filer.address());
        put("hostName", filer.name());
        put("hostPersonalId", filer.personalId());
        put("hostPhone", filer.phone());
        var guests = new ArrayList<Map<String, Object>>();
        int count = 1 + random.nextInt(lodgingHouse ? 5 : 2);
        for (int i = 0; i < count; i++) guests.add(guest());
        put("guests", guests);
        if (!lodgingHouse) put("frequentRelatives", random.nextBoolean());
    }

    private Map<String, Object> guest() {
        boolean woman = random.nextBoolean();
        var guest = new LinkedHashMap<String, Object>();
        guest.put("guestName", SampleNames.full(woman, random));
        guest.put(
                "guestPersonalId",
                SampleNames.personalId(place.idPlace(), woman, 1960 + random.nextInt(45), random));
        guest.put("stayFrom", day.toString());
        guest.put("stayTo", day.plusDays(1 + random.nextInt(4)).toString());
        guest.put("room", String.valueOf(101 + random.nextInt(5) * 100 + random.nextInt(8)));
        guest.put(
                "stayReason",
                SampleNames.one(List.of("travel", "work", "visit", "treatment"), random));
        return guest;
    }

    private void promotion() {
        put("onlineOnly", false);
        put("totalValue", (100 + random.nextInt(900)) * 1_000_000L);
        var merchant = new LinkedHashMap<String, Object>();
        merchant.put(
                "name",
                "Công ty "
                        + SampleNames.one(List.of("TNHH", "Cổ phần"), random)
                        + " Thương mại "
                        + SampleNames.one(
                                List.of("Ánh Dương", "Sen Vàng", "Bến Mới", "Phố Nam", "Hải Âu"),
                                random));
        merchant.put("taxCode", SampleNames.taxCode(random));
        merchant.put("address", somewhere());
        put("merchant", merchant);
        put("contactName", filer.name());
        put("contactPhone", filer.phone());
        put("contactEmail", "lien-he@example.vn");
        put(
                "promotionName",
                SampleNames.one(
                        List.of(
                                "Tri ân khách hàng",
                                "Chào mùa mua sắm",
                                "Mừng sinh nhật cửa hàng",
                                "Tựu trường rộn ràng",
                                "Cuối năm rực rỡ"),
                        random));
        put("methods", List.of(SampleNames.one(List.of("gift", "discount", "voucher"), random)));
        var start = day.plusDays(9 + random.nextInt(20));
        put("promotionStart", start.toString());
        put("promotionEnd", start.plusDays(5 + random.nextInt(25)).toString());
        put("promotionAddress", somewhere());
        put("goods", "Hàng gia dụng, điện tử");
        put("customers", "Khách mua tại cửa hàng trong thời gian khuyến mại");
        var prize = new LinkedHashMap<String, Object>();
        prize.put("prizeName", "Phiếu mua hàng");
        prize.put("prizeCount", 500 + random.nextInt(500));
        prize.put("prizeValue", 200_000L);
        put("prizes", List.of(prize));
        put("rules", "Mỗi hóa đơn từ 500.000 đồng được tặng một phần quà, cho đến khi hết quà.");
    }
}
