package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;

/// Fills the catalogue to the size of the national one with made-up records: a real record's
/// text under a made-up code and a name put together from the words such names are made of.
/// They exist in the measured database only.
final class Synthetic {
    static final int NATIONAL = 6_349;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] ACTS = {
        "Cấp",
        "Cấp lại",
        "Cấp đổi",
        "Gia hạn",
        "Sửa đổi, bổ sung",
        "Thu hồi",
        "Công nhận",
        "Đăng ký",
        "Thông báo",
        "Thẩm định",
        "Phê duyệt",
        "Xác nhận",
        "Chấm dứt",
        "Chuyển nhượng",
        "Điều chỉnh"
    };
    private static final String[] PAPERS = {
        "giấy phép",
        "giấy chứng nhận",
        "chứng chỉ hành nghề",
        "hồ sơ",
        "phương án",
        "quyết định",
        "kết quả",
        "văn bản",
        "dự án",
        "kế hoạch"
    };
    private static final String[] MATTERS = {
        "xây dựng nhà ở",
        "khai thác nước dưới đất",
        "kinh doanh vận tải",
        "an toàn thực phẩm",
        "hành nghề dược",
        "khám bệnh, chữa bệnh",
        "hoạt động bưu chính",
        "sử dụng đất",
        "chăn nuôi trang trại",
        "nuôi trồng thủy sản",
        "bảo vệ môi trường",
        "phòng cháy chữa cháy",
        "giáo dục nghề nghiệp",
        "trung tâm ngoại ngữ",
        "lao động nước ngoài",
        "trợ giúp xã hội",
        "người có công",
        "bảo hiểm xã hội",
        "thư viện",
        "quảng cáo ngoài trời",
        "biểu diễn nghệ thuật",
        "du lịch lữ hành",
        "tàu cá",
        "phương tiện thủy nội địa",
        "đăng kiểm xe cơ giới",
        "điện lực",
        "hóa chất",
        "rượu",
        "thuốc lá",
        "xăng dầu",
        "khoáng sản",
        "lâm nghiệp",
        "giống cây trồng",
        "thuốc bảo vệ thực vật",
        "thú y"
    };
    private static final String[] WHERE = {
        "thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh", "cấp xã", "đối với tổ chức",
                "đối với cá nhân", "theo ủy quyền",
        "có yếu tố nước ngoài", "lần đầu", "trong trường hợp bị mất", "cho doanh nghiệp nhỏ",
                "tại khu công nghiệp"
    };

    private Synthetic() {}

    /// @return how many records the catalogue holds now
    static long fill(Connection admin) throws SQLException {
        var template = template(admin);
        long there = PostgresVersion.count(admin, "select count(*) from procedure.release");
        var random = new SplittableRandom(6_349);
        admin.setAutoCommit(false);
        try (var insert =
                admin.prepareStatement(
                        """
                insert into procedure.release (procedure_code, version, hash, files, name, effective_from, imported_at)
                values (?, 1, ?, ?::jsonb, ?, date '2026-07-01', now())
                """)) {
            for (int i = 0; i < NATIONAL - there; i++) {
                var code = String.format(Locale.ROOT, "9.%06d", i);
                var name = name(random);
                var text = record(template, code, name);
                var files =
                        ReleaseFiles.ofTexts(Map.of(ReleaseFiles.PROCEDURE, text), new FaultSink());
                insert.setString(1, code);
                insert.setString(2, files.hash());
                insert.setString(3, JSON.writeValueAsString(files.asMap()));
                insert.setString(4, name);
                insert.addBatch();
                if (i % 500 == 499) insert.executeBatch();
            }
            insert.executeBatch();
        }
        try (var statement = admin.createStatement()) {
            statement.execute("update procedure.catalogue set version = version + 1");
        }
        admin.commit();
        admin.setAutoCommit(true);
        return PostgresVersion.count(admin, "select count(*) from procedure.release");
    }

    private static String template(Connection admin) throws SQLException {
        try (var statement = admin.createStatement();
                var row =
                        statement.executeQuery(
                                "select files ->> 'procedure.yaml' from procedure.release where procedure_code = '2.001159'")) {
            if (!row.next()) throw new SQLException("the lodging notice is not in the catalogue");
            return row.getString(1);
        }
    }

    static String name(SplittableRandom random) {
        return any(random, ACTS)
                + " "
                + any(random, PAPERS)
                + " "
                + any(random, MATTERS)
                + " "
                + any(random, WHERE);
    }

    /// Top-level lines of the record that name it; all others stay.
    private static String record(String template, String code, String name) {
        var changes = new LinkedHashMap<String, String>();
        changes.put("code: ", "code: \"" + code + "\"");
        changes.put(
                "name: ", "name: {vi: \"" + name + "\", en: \"Synthetic record " + code + "\"}");
        changes.put("keywords: ", "keywords: []");
        var text = new StringBuilder(template.length());
        template.lines()
                .forEach(
                        line -> {
                            var changed =
                                    changes.entrySet().stream()
                                            .filter(change -> line.startsWith(change.getKey()))
                                            .map(Map.Entry::getValue)
                                            .findFirst();
                            text.append(changed.orElse(line)).append('\n');
                        });
        return text.toString();
    }

    private static String any(SplittableRandom random, String[] all) {
        return all[random.nextInt(all.length)];
    }
}
