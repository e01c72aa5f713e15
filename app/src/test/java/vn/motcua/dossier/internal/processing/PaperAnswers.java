package vn.motcua.dossier.internal.processing;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.form.Answers;

/// Full answers to the forms of the six procedures, with everything a document may print.
final class PaperAnswers {
    private static final String ADDRESS =
            """
            {"province": "79", "commune": "26743", "street": "%s"}""";

    private PaperAnswers() {}

    /// @param receptionist login of the officer at whose counter it is filed
    /// @param approver login of who signs its result
    /// @param papers components handed over
    record Sample(
            String procedure,
            String name,
            String receptionist,
            String approver,
            String filer,
            List<String> papers,
            Answers answers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> all(LocalDate day) {
        return List.of(
                ward("1.001193", "birth", List.of("declaration-form", "birth-proof"), birth(day)),
                ward("1.000656", "death", List.of("declaration-form", "death-notice"), death(day)),
                ward(
                        "1.001612",
                        "household",
                        List.of("request", "members-minutes"),
                        household(day)),
                new Sample(
                        "2.000033",
                        "promotion",
                        "tiepnhan.sct.hcm",
                        "lanhdao.sct.hcm",
                        "Nguyễn Thị Thu Hà",
                        List.of("notice"),
                        promotion(day)),
                new Sample(
                        "2.001159",
                        "lodging",
                        "tiepnhan.ca.benthanh",
                        "lanhdao.ca.benthanh",
                        "Nguyễn Thị Thu Hà",
                        List.of(),
                        lodging(day)),
                record(day, "1"),
                record(day, "2"));
    }

    private static Sample ward(
            String procedure, String name, List<String> papers, Answers answers) {
        return new Sample(
                procedure,
                name,
                "tiepnhan.benthanh",
                "kyduyet.benthanh",
                "Nguyễn Thị Thu Hà",
                papers,
                answers);
    }

    private static Sample record(LocalDate day, String kind) {
        return new Sample(
                "3.000333",
                "record-" + kind,
                "tiepnhan.ca.hcm",
                "lanhdao.ca.hcm",
                "Nguyễn Thị Thu Hà",
                List.of("declaration-self"),
                criminalRecord(day, kind));
    }

    private static Answers json(String text, LocalDate day) {
        var home = ADDRESS.formatted("15/7 Lê Thị Riêng");
        return Answers.parse(
                text.replace("HOME", home)
                        .replace("CLINIC", ADDRESS.formatted("284 Cống Quỳnh"))
                        .replace("TODAY", day.toString())
                        .replace("WEEK_AGO", day.minusDays(7).toString())
                        .replace("SOON", day.plusDays(20).toString())
                        .replace("LATER", day.plusDays(40).toString()));
    }

    private static Answers birth(LocalDate day) {
        return json(
                """
                {"birthKind": "ordinary", "relation": "mother", "requesterName": "Nguyễn Thị Thu Hà",
                 "requesterBirthDate": "1994-05-15", "requesterPersonalId": "079194001234",
                 "requesterAddress": HOME, "requesterPhone": "+84903123456", "requesterEmail": "thuha@example.vn",
                 "registerAddress": HOME, "childName": "Lê Nguyễn Bảo Ngọc", "childBirthDate": "WEEK_AGO",
                 "childSex": "female", "birthClinic": "Bệnh viện Từ Dũ", "birthPlace": CLINIC,
                 "childNativePlace": HOME, "childEthnicity": "Kinh", "childNationality": "Việt Nam",
                 "motherEthnicity": "Kinh", "motherNationality": "Việt Nam", "motherAddress": HOME,
                 "fatherDeclared": true,
                 "father": {"fullName": "Lê Quốc Dũng", "birthDate": "1991-02", "personalId": "079091004567"},
                 "fatherEthnicity": "Kinh", "fatherNationality": "Việt Nam", "fatherAddress": HOME,
                 "parentsMarried": true, "marriagePlace": "Ủy ban nhân dân phường Bến Thành",
                 "birthProofKind": "electronic", "birthProofNumber": "CS-2026-00123", "copies": 2,
                 "declaration": true}
                """,
                day);
    }

    private static Answers death(LocalDate day) {
        return json(
                """
                {"relation": "child", "requesterName": "Nguyễn Thị Thu Hà", "requesterPersonalId": "079194001234",
                 "requesterAddress": HOME, "requesterPhone": "+84903123456", "deceasedName": "Nguyễn Văn Tường",
                 "deceasedPersonalId": "079038002345", "deceasedBirth": "1938", "deceasedSex": "male",
                 "deceasedEthnicity": "Kinh", "deceasedNationality": "Việt Nam", "lastResidence": HOME,
                 "deathDate": "WEEK_AGO", "deathTime": "04:35", "deathClinic": "Bệnh viện Thống Nhất",
                 "deathPlace": CLINIC, "deathCause": "Bệnh tim mạch", "registerAddress": HOME,
                 "noticeKind": "electronic", "noticeNumber": "118/GBT", "noticeIssuer": "Bệnh viện Thống Nhất",
                 "noticeDate": "WEEK_AGO", "copies": 3, "declaration": true}
                """,
                day);
    }

    private static Answers household(LocalDate day) {
        return json(
                """
                {"founder": "person", "ownerName": "Nguyễn Thị Thu Hà", "ownerBirthDate": "1994-05-15",
                 "ownerSex": "female", "ownerPersonalId": "079194001234", "ownerAddress": HOME,
                 "ownerPhone": "+84903123456", "ownerEmail": "thuha@example.vn",
                 "businessName": "Quán cơm Thu Hà & Bảo Ngọc", "businessAddress": HOME,
                 "trades": [
                   {"tradeCode": "5610", "tradeName": "Nhà hàng và các dịch vụ ăn uống phục vụ lưu động", "main": true},
                   {"tradeCode": "5630", "tradeName": "Dịch vụ phục vụ đồ uống", "main": false}],
                 "capital": 150000000, "startDate": "SOON", "workers": 4,
                 "branches": [{"branchName": "Quầy chợ Bến Thành", "branchAddress": CLINIC}],
                 "taxMethod": "declaration", "declaration": true}
                """,
                day);
    }

    private static Answers promotion(LocalDate day) {
        return json(
                """
                {"onlineOnly": false, "totalValue": 345000000,
                 "merchant": {"name": "Công ty TNHH Thương mại Sen Vàng", "taxCode": "0100109106", "address": HOME},
                 "contactName": "Nguyễn Thị Thu Hà", "contactPhone": "+84903123456",
                 "contactEmail": "lienhe@example.vn", "promotionName": "Tri ân khách hàng, đón xuân sang",
                 "methods": ["gift", "discount"], "promotionStart": "SOON", "promotionEnd": "LATER",
                 "promotionAddress": HOME, "goods": "Hàng gia dụng, điện tử",
                 "customers": "Mọi khách mua tại cửa hàng",
                 "prizes": [{"prizeName": "Phiếu mua hàng", "prizeCount": 1500, "prizeValue": 200000},
                            {"prizeName": "Nồi cơm điện", "prizeCount": 45, "prizeValue": 1000000}],
                 "rules": "Mỗi hóa đơn từ 500.000 đồng được một phần quà.", "declaration": true}
                """,
                day);
    }

    private static Answers lodging(LocalDate day) {
        return json(
                """
                {"hostKind": "lodging", "placeName": "Khách sạn Hoa Mai", "lodgingAddress": HOME,
                 "hostName": "Nguyễn Thị Thu Hà", "hostPersonalId": "079194001234", "hostPhone": "+84903123456",
                 "guests": [
                   {"guestName": "Trần Đức Huy", "guestPersonalId": "001090123456", "stayFrom": "TODAY",
                    "stayTo": "SOON", "room": "301", "stayReason": "work"},
                   {"guestName": "Anna Müller", "guestPassport": "C01X00T47", "stayFrom": "TODAY",
                    "stayTo": "SOON", "stayReason": "travel"}],
                 "declaration": true}
                """,
                day);
    }

    private static Answers criminalRecord(LocalDate day, String kind) {
        var answers =
                json(
                        """
                        {"applicant": "self", "recordKind": "KIND", "purpose": "Xin việc làm",
                         "contactPhone": "+84903123456", "selfName": "Nguyễn Thị Thu Hà",
                         "selfBirthDate": "1994-05-15", "selfSex": "female", "selfAddress": HOME,
                         "aliases": "Thu Hà", "birthPlace": "Bệnh viện Từ Dũ, Thành phố Hồ Chí Minh",
                         "nationality": "Việt Nam", "ethnicity": "Kinh", "hasPersonalId": true,
                         "selfPersonalId": "079194001234", "temporaryAddress": CLINIC,
                         "father": {"fullName": "Nguyễn Văn Tường", "birthDate": "1938"},
                         "mother": {"fullName": "Trần Thị Lụa"}, "married": true,
                         "spouse": {"fullName": "Lê Quốc Dũng", "birthDate": "1991-02"},
                         "history": [{"historyFrom": "2008", "historyAddress": "15/7 Lê Thị Riêng",
                                      "historyJob": "Học sinh, sau đó nhân viên văn phòng"}],
                         "hasConviction": false, "copies": 2, "exemption": "none", "declaration": true}
                        """
                                .replace("KIND", kind),
                        day);
        return kind.equals("1") ? answers.with("prohibitionWanted", true) : answers;
    }
}
