package vn.motcua.organization.internal;

import java.util.List;

/// Levels of units, with the words and short forms people write before a name (folded).
enum UnitLevel {
    XA(Rank.COMMUNE, List.of("xa", "x"), "Xã"),
    PHUONG(Rank.COMMUNE, List.of("phuong", "p", "f"), "Phường"),
    THI_TRAN(Rank.COMMUNE, List.of("thi tran", "tt"), "Thị trấn"),
    DAC_KHU(Rank.COMMUNE, List.of("dac khu", "dk"), "Đặc khu"),
    QUAN(Rank.DISTRICT, List.of("quan", "q"), "Quận"),
    HUYEN(Rank.DISTRICT, List.of("huyen", "h"), "Huyện"),
    THI_XA(Rank.DISTRICT, List.of("thi xa", "tx"), "Thị xã"),
    THANH_PHO(Rank.CITY, List.of("thanh pho", "tp"), "Thành phố"),
    TINH(Rank.PROVINCE, List.of("tinh", "t"), "Tỉnh");

    /// A city may be a province or a former district.
    enum Rank {
        COMMUNE,
        DISTRICT,
        CITY,
        PROVINCE
    }

    final Rank rank;
    final List<String> words;

    /// As official names begin.
    final String official;

    final String marked;

    UnitLevel(Rank rank, List<String> words, String official) {
        this.rank = rank;
        this.words = words;
        this.official = official;
        this.marked = Spelling.marked(official);
    }

    boolean isCommune() {
        return rank == Rank.COMMUNE;
    }

    boolean mayBeDistrict() {
        return rank == Rank.DISTRICT || rank == Rank.CITY;
    }

    boolean mayBeProvince() {
        return rank == Rank.PROVINCE || rank == Rank.CITY;
    }
}
