package vn.motcua.dossier.internal.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.motcua.dossier.SampleNames;

/// Where a sample dossier plays.
///
/// @param province and commune: statistical codes
/// @param idPlace three digits personal numbers of people born here begin with
record Place(
        String province, String commune, String idPlace, String hospital, List<String> streets) {
    static final Place BEN_THANH =
            new Place(
                    "79",
                    "26743",
                    "079",
                    "Bệnh viện Từ Dũ",
                    List.of(
                            "đường Lê Lai",
                            "đường Nguyễn Trãi",
                            "đường Lý Tự Trọng",
                            "đường Calmette",
                            "đường Phó Đức Chính",
                            "đường Thủ Khoa Huân",
                            "đường Lê Thánh Tôn",
                            "đường Nguyễn An Ninh",
                            "đường Trương Định"));
    static final Place BA_DINH =
            new Place(
                    "01",
                    "00004",
                    "001",
                    "Bệnh viện Phụ sản Hà Nội",
                    List.of(
                            "phố Phan Đình Phùng",
                            "phố Quán Thánh",
                            "phố Châu Long",
                            "phố Hàng Bún",
                            "phố Nguyễn Trường Tộ"));

    static Place ngheAn(String commune) {
        return new Place(
                "40",
                commune,
                "040",
                "Bệnh viện Sản Nhi Nghệ An",
                List.of("Xóm 1", "Xóm 3", "Xóm 4", "Xóm 7", "Xóm 9"));
    }

    Map<String, Object> address(String street) {
        var address = new LinkedHashMap<String, Object>();
        address.put("province", province);
        address.put("commune", commune);
        address.put("street", street);
        return address;
    }

    String street(RandomGenerator random) {
        var street = SampleNames.one(streets, random);
        return street.startsWith("Xóm") ? street : (1 + random.nextInt(240)) + " " + street;
    }
}
