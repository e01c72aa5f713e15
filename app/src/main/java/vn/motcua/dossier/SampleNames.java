package vn.motcua.dossier;

import java.util.List;
import java.util.random.RandomGenerator;

/// Invented Vietnamese names and numbers of valid form for sample data. Any likeness is chance.
public final class SampleNames {
    private static final List<String> FAMILIES =
            List.of(
                    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm",
                    "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
                    "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Cao", "Châu", "Tạ", "Lương", "Quách");
    private static final List<String> WOMEN_MIDDLE =
            List.of(
                    "Thị",
                    "Thị",
                    "Thị Thu",
                    "Thị Ngọc",
                    "Thị Kim",
                    "Ngọc",
                    "Thu",
                    "Minh",
                    "Bảo",
                    "Thùy",
                    "Khánh",
                    "Hồng");
    private static final List<String> MEN_MIDDLE =
            List.of(
                    "Văn", "Văn", "Đức", "Minh", "Quốc", "Hữu", "Thanh", "Anh", "Công", "Gia",
                    "Xuân", "Hoàng");
    private static final List<String> WOMEN =
            List.of(
                    "Hà", "Lan", "Hương", "Hạnh", "Mai", "Trang", "Linh", "Ngân", "Thảo", "Vy",
                    "Nhi", "Yến", "Phượng", "Quỳnh", "Châu", "Diệp", "Hiền", "Loan", "Nga", "Oanh",
                    "Tâm", "Uyên", "Xuân", "Ánh");
    private static final List<String> MEN =
            List.of(
                    "Dũng", "Hùng", "Nam", "Sơn", "Tuấn", "Long", "Khoa", "Phúc", "Bình", "Cường",
                    "Đạt", "Hải", "Hiếu", "Huy", "Khôi", "Lâm", "Minh", "Nghĩa", "Phong", "Quân",
                    "Thắng", "Trung", "Việt", "Vinh");
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private SampleNames() {}

    public static String family(RandomGenerator random) {
        return one(FAMILIES, random);
    }

    public static String full(boolean woman, RandomGenerator random) {
        return child(family(random), woman, random);
    }

    /// A name in the family of somebody.
    public static String child(String family, boolean woman, RandomGenerator random) {
        return family
                + " "
                + one(woman ? WOMEN_MIDDLE : MEN_MIDDLE, random)
                + " "
                + one(woman ? WOMEN : MEN, random);
    }

    /// @param place three digits of the province of birth registration
    public static String personalId(String place, boolean woman, int year, RandomGenerator random) {
        int century = (year - 1900) / 100 * 2 + (woman ? 1 : 0);
        return "%s%d%02d%06d".formatted(place, century, year % 100, random.nextInt(1_000_000));
    }

    /// Ten digits of which the last one checks the others.
    public static String taxCode(RandomGenerator random) {
        while (true) {
            var digits = "03%07d".formatted(random.nextInt(10_000_000));
            int sum = 0;
            for (int i = 0; i < TAX_WEIGHTS.length; i++)
                sum += (digits.charAt(i) - '0') * TAX_WEIGHTS[i];
            int check = 10 - sum % 11;
            if (check < 10) return digits + check;
        }
    }

    /// A mobile number of a range nobody is given.
    public static String phone(RandomGenerator random) {
        return "+84900%06d".formatted(random.nextInt(1_000_000));
    }

    public static <T> T one(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
