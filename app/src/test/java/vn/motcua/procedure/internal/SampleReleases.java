package vn.motcua.procedure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlTree;

/// Releases to try things on; every value invented but the names and codes of real procedures.
public final class SampleReleases {
    private SampleReleases() {}

    public static String yaml(String code, int version, String name, String... more) {
        var text = new StringBuilder();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("code", '"' + code + '"');
        lines.put("version", String.valueOf(version));
        lines.put("effectiveFrom", "2026-07-01");
        lines.put("name", '"' + name + '"');
        lines.put("summary", '"' + name + " tại cơ quan có thẩm quyền.\"");
        lines.put("field", "{code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}");
        lines.put("levels", "[COMMUNE]");
        lines.put("executing", "{unitGroup: commune}");
        lines.put("audience", "Công dân");
        lines.put("channels", "[{channel: ONLINE, term: {quantity: 3, unit: WORKING_DAY}}]");
        for (int i = 0; i < more.length; i += 2) lines.put(more[i], more[i + 1]);
        lines.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    public static ReleaseFiles files(String yaml) {
        return ReleaseFiles.ofTexts(Map.of(ReleaseFiles.PROCEDURE, yaml), new FaultSink());
    }

    public static Release release(String yaml) {
        var faults = new FaultSink();
        var files = files(yaml);
        var record = ProcedureReader.read(YamlTree.parse(ReleaseFiles.PROCEDURE, yaml, faults));
        if (!faults.isEmpty()) throw new IllegalArgumentException(faults.faults().toString());
        return new Release(record.id(), record, files, files.hash());
    }

    /// A small catalogue with the names people look for most.
    public static List<Release> catalogue() {
        List<Release> all = new ArrayList<>();
        add(all, "1.001193", "Đăng ký khai sinh", "birth", "[khai sinh, giấy khai sinh]");
        add(all, "1.000656", "Đăng ký khai tử", "death", "[khai tử]");
        add(all, "1.000894", "Đăng ký kết hôn", "marriage", "[kết hôn]");
        add(all, "2.000635", "Cấp bản sao Trích lục hộ tịch", "birth", "[trích lục khai sinh]");
        add(all, "2.000815", "Chứng thực bản sao từ bản chính giấy tờ", "residence", "[sao y]");
        add(all, "1.004222", "Đăng ký thường trú", "residence", "[thường trú, sổ hộ khẩu]");
        add(all, "1.004194", "Đăng ký tạm trú", "residence", "[tạm trú]");
        add(all, "3.000347", "Đổi giấy phép lái xe", "vehicle", "[đổi bằng lái xe]");
        add(all, "3.000333", "Cấp Phiếu lý lịch tư pháp", "work", "[lý lịch tư pháp]");
        add(all, "1.001612", "Đăng ký thành lập hộ kinh doanh", "startup", "[hộ kinh doanh]");
        add(
                all,
                "1.013978",
                "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu",
                "housing",
                "[đất đai]");
        add(all, "1.014064", "Cấp lại thẻ căn cước", "residence", "[căn cước]");
        add(all, "2.000033", "Thông báo hoạt động khuyến mại", "trade", "[khuyến mại]");
        add(all, "1.099001", "Ghi chú ly hôn đã giải quyết ở nước ngoài", "marriage", "[ly hôn]");
        add(all, "1.099002", "Cấp thẻ bảo hiểm y tế cho trẻ em", "health", "[bảo hiểm y tế]");
        return all;
    }

    private static void add(
            List<Release> all, String code, String name, String event, String keywords) {
        all.add(
                release(
                        yaml(
                                code,
                                1,
                                name,
                                "keywords",
                                keywords,
                                "lifeEvents",
                                "[" + event + "]")));
    }
}
