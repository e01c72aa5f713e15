package vn.motcua.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/// Made-up dossiers of made-up people for the six procedures of the project, complete and
/// valid. The same number gives the same dossier on the same day.
final class Filings {
    static final String BIRTH = "1.001193";
    static final String DEATH = "1.000656";
    static final String HOUSEHOLD_BUSINESS = "1.001612";
    static final String PROMOTION = "2.000033";
    static final String LODGING = "2.001159";
    static final String CRIMINAL_RECORD = "3.000333";

    /// Of a hundred dossiers; the sources give no shares for these six, so these are
    /// assumptions.
    static final Map<String, Integer> SHARES = shares();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] SURNAMES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
        "Hồ", "Ngô", "Dương", "Lý"
    };
    private static final String[] MIDDLE = {
        "Thị", "Văn", "Minh", "Thu", "Đức", "Ngọc", "Thanh", "Hữu", "Gia", "Khánh"
    };
    private static final String[] GIVEN = {
        "An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hạnh", "Khôi", "Lan", "Linh", "Mai", "Nam",
        "Phúc", "Quân", "Sơn", "Thảo", "Trang", "Tuấn", "Uyên", "Vy"
    };
    private static final String[] BIRTHPLACES = {
        "001", "004", "031", "038", "045", "048", "066", "079", "089", "092"
    };

    private final List<Place> places;
    private final LocalDate today;

    Filings(List<Place> places) {
        this(places, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    Filings(List<Place> places, LocalDate today) {
        this.places = List.copyOf(places);
        this.today = today;
    }

    private static Map<String, Integer> shares() {
        var shares = new LinkedHashMap<String, Integer>();
        shares.put(LODGING, 45);
        shares.put(BIRTH, 20);
        shares.put(CRIMINAL_RECORD, 15);
        shares.put(DEATH, 8);
        shares.put(HOUSEHOLD_BUSINESS, 7);
        shares.put(PROMOTION, 5);
        return shares;
    }

    /// @param answers values by field id
    record Filing(String procedure, Place place, Map<String, Object> answers) {
        /// What is posted to the platform.
        byte[] body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("procedure", procedure);
            body.put("channel", "ONLINE");
            body.put("answers", answers);
            return JSON.writeValueAsBytes(body);
        }

        String answersJson() {
            return JSON.writeValueAsString(answers);
        }
    }

    /// The dossier of this number, of the procedure that is its turn by the shares.
    Filing next(long number) {
        int turn = new SplittableRandom(number ^ 0x5DEECE66DL).nextInt(100);
        for (var share : SHARES.entrySet()) {
            turn -= share.getValue();
            if (turn < 0) return of(share.getKey(), number);
        }
        throw new IllegalStateException("the shares do not make a hundred");
    }

    Filing of(String procedure, long number) {
        var make = new Make(number);
        var answers =
                switch (procedure) {
                    case LODGING -> make.lodging();
                    case BIRTH -> make.birth();
                    case DEATH -> make.death();
                    case CRIMINAL_RECORD -> make.criminalRecord();
                    case HOUSEHOLD_BUSINESS -> make.householdBusiness();
                    case PROMOTION -> make.promotion();
                    default -> throw new IllegalArgumentException(procedure);
                };
        return new Filing(procedure, make.home, answers);
    }

    /// The person and the place of one dossier.
    private final class Make {
        private final SplittableRandom random;
        private final Place home;
        private final String name;
        private final String personalId;
        private final String phone;

        Make(long number) {
            random = new SplittableRandom(number);
            home = any(places);
            name = name();
            personalId = personalId();
            phone = "+8491" + digits(7);
        }

        private Map<String, Object> lodging() {
            var a = new LinkedHashMap<String, Object>();
            a.put("hostKind", "lodging");
            a.put("placeName", "Nhà nghỉ " + any(GIVEN));
            a.put("lodgingAddress", address());
            a.put("hostName", name);
            a.put("hostPersonalId", personalId);
            a.put("hostPhone", phone);
            int guests = 1 + random.nextInt(3);
            a.put(
                    "guests",
                    java.util.stream.IntStream.range(0, guests).mapToObj(_ -> guest()).toList());
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> guest() {
            var guest = new LinkedHashMap<String, Object>();
            guest.put("guestName", name());
            guest.put("guestPersonalId", personalId());
            guest.put("stayFrom", today.toString());
            guest.put("stayTo", today.plusDays(1 + random.nextInt(5)).toString());
            guest.put("stayReason", any("travel", "work", "visit"));
            return guest;
        }

        private Map<String, Object> birth() {
            var a = new LinkedHashMap<String, Object>();
            a.put("birthKind", "ordinary");
            a.put("relation", "mother");
            a.put("requesterName", name);
            a.put("requesterBirthDate", adult());
            a.put("requesterPersonalId", personalId);
            a.put("requesterAddress", address());
            a.put("requesterPhone", phone);
            a.put("registerAddress", address());
            a.put("childName", name());
            a.put("childBirthDate", today.minusDays(3 + random.nextInt(50)).toString());
            a.put("childSex", any("female", "male"));
            a.put("birthClinic", "Bệnh viện Đa khoa");
            a.put("birthPlace", address());
            a.put("childNativePlace", address());
            a.put("childEthnicity", "Kinh");
            a.put("childNationality", "Việt Nam");
            a.put("motherEthnicity", "Kinh");
            a.put("motherNationality", "Việt Nam");
            a.put("motherAddress", address());
            a.put("fatherDeclared", true);
            a.put(
                    "father",
                    Map.of("fullName", name(), "birthDate", adult(), "personalId", personalId()));
            a.put("fatherEthnicity", "Kinh");
            a.put("fatherNationality", "Việt Nam");
            a.put("fatherAddress", address());
            a.put("parentsMarried", true);
            a.put("marriagePlace", "Ủy ban nhân dân xã");
            a.put("birthProofKind", "electronic");
            a.put("birthProofNumber", digits(8));
            a.put("copies", random.nextInt(4));
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> death() {
            var a = new LinkedHashMap<String, Object>();
            a.put("relation", any("spouse", "child", "parent"));
            a.put("requesterName", name);
            a.put("requesterPersonalId", personalId);
            a.put("requesterAddress", address());
            a.put("requesterPhone", phone);
            a.put("deceasedName", name());
            a.put("deceasedBirth", String.valueOf(1930 + random.nextInt(40)));
            a.put("deceasedSex", any("female", "male"));
            a.put("deceasedEthnicity", "Kinh");
            a.put("deceasedNationality", "Việt Nam");
            a.put("lastResidence", address());
            var day = today.minusDays(1 + random.nextInt(12)).toString();
            a.put("deathDate", day);
            a.put("deathPlace", address());
            a.put("deathCause", "Bệnh tuổi già");
            a.put("registerAddress", address());
            a.put("noticeKind", "electronic");
            a.put("noticeNumber", digits(6));
            a.put("noticeIssuer", "Trạm y tế");
            a.put("noticeDate", day);
            a.put("copies", random.nextInt(6));
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> criminalRecord() {
            var a = new LinkedHashMap<String, Object>();
            a.put("applicant", "self");
            a.put("recordKind", "1");
            a.put("prohibitionWanted", false);
            a.put("purpose", "Bổ sung hồ sơ xin việc");
            a.put("contactPhone", phone);
            a.put("selfName", name);
            a.put("selfBirthDate", adult());
            a.put("selfSex", any("female", "male"));
            a.put("selfAddress", address());
            a.put("birthPlace", "Bệnh viện tỉnh");
            a.put("nationality", "Việt Nam");
            a.put("ethnicity", "Kinh");
            a.put("hasPersonalId", true);
            a.put("selfPersonalId", personalId);
            a.put("married", false);
            a.put(
                    "history",
                    List.of(
                            stay("2006", "2015", "Học sinh"),
                            stay("2015", null, "Nhân viên văn phòng")));
            a.put("hasConviction", false);
            a.put("copies", 1);
            a.put("exemption", "none");
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> stay(
                String from, @org.jspecify.annotations.Nullable String to, String job) {
            var stay = new LinkedHashMap<String, Object>();
            stay.put("historyFrom", from);
            if (to != null) stay.put("historyTo", to);
            stay.put("historyAddress", "Số " + (1 + random.nextInt(300)) + " đường Trần Phú");
            stay.put("historyJob", job);
            return stay;
        }

        private Map<String, Object> householdBusiness() {
            var a = new LinkedHashMap<String, Object>();
            a.put("founder", "person");
            a.put("ownerName", name);
            a.put("ownerBirthDate", adult());
            a.put("ownerSex", any("female", "male"));
            a.put("ownerPersonalId", personalId);
            a.put("ownerAddress", address());
            a.put("ownerPhone", phone);
            a.put("businessName", "Tạp hóa " + name());
            a.put("businessAddress", address());
            a.put(
                    "trades",
                    List.of(
                            Map.of(
                                    "tradeCode",
                                    "4711",
                                    "tradeName",
                                    "Bán lẻ lương thực, thực phẩm",
                                    "main",
                                    true),
                            Map.of(
                                    "tradeCode",
                                    "5610",
                                    "tradeName",
                                    "Nhà hàng và phục vụ ăn uống",
                                    "main",
                                    false)));
            a.put("capital", 1_000_000L * (20 + random.nextInt(400)));
            a.put("startDate", today.plusDays(7).toString());
            a.put("workers", 1 + random.nextInt(6));
            a.put("taxMethod", "declaration");
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> promotion() {
            var a = new LinkedHashMap<String, Object>();
            a.put("onlineOnly", false);
            a.put("totalValue", 100_000_000L + 1_000_000L * random.nextInt(900));
            a.put(
                    "merchant",
                    Map.of(
                            "name", "Công ty TNHH " + any(GIVEN) + " " + any(GIVEN),
                            "taxCode", taxCode(),
                            "address", address()));
            a.put("contactName", name);
            a.put("contactPhone", phone);
            a.put("contactEmail", "khuyenmai" + digits(6) + "@example.vn");
            a.put("promotionName", "Tri ân khách hàng đợt " + (1 + random.nextInt(12)));
            a.put("methods", List.of("gift", "discount"));
            a.put("promotionStart", today.plusDays(30).toString());
            a.put("promotionEnd", today.plusDays(45 + random.nextInt(30)).toString());
            a.put("promotionAddress", address());
            a.put("goods", "Hàng gia dụng");
            a.put("customers", "Mọi khách mua từ 500.000 đ");
            a.put(
                    "prizes",
                    List.of(
                            Map.of(
                                    "prizeName",
                                    "Phiếu mua hàng",
                                    "prizeCount",
                                    100,
                                    "prizeValue",
                                    500_000)));
            a.put("rules", "Mỗi hóa đơn một phiếu, đổi tại quầy trong thời gian khuyến mại.");
            a.put("declaration", true);
            return a;
        }

        private Map<String, Object> address() {
            return Map.of(
                    "province", home.province(),
                    "commune", home.commune(),
                    "street", "Số " + (1 + random.nextInt(300)) + " đường Lê Lợi");
        }

        private String name() {
            return any(SURNAMES) + " " + any(MIDDLE) + " " + any(GIVEN);
        }

        private String personalId() {
            return any(BIRTHPLACES) + random.nextInt(2) + (60 + random.nextInt(40)) + digits(6);
        }

        private String adult() {
            return LocalDate.of(
                            1965 + random.nextInt(35),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28))
                    .toString();
        }

        /// Ten digits of which the last is a check digit; a beginning whose check would have
        /// two digits is not used.
        private String taxCode() {
            int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
            while (true) {
                var begin = "0" + digits(8);
                int sum = 0;
                for (int i = 0; i < weights.length; i++)
                    sum += (begin.charAt(i) - '0') * weights[i];
                int check = 10 - sum % 11;
                if (check < 10) return begin + check;
            }
        }

        private String digits(int count) {
            var digits = new StringBuilder(count);
            for (int i = 0; i < count; i++) digits.append((char) ('0' + random.nextInt(10)));
            return digits.toString();
        }

        @SafeVarargs
        private <T> T any(T... all) {
            return all[random.nextInt(all.length)];
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
