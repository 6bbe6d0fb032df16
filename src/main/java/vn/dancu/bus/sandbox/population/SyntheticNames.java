package vn.dancu.bus.sandbox.population;

import java.util.Locale;
import java.util.SplittableRandom;
import vn.dancu.bus.message.population.PersonName;

/** Plausible names made of common syllables. */
final class SyntheticNames {

    // Often repeated names stand several times, about as common as they are.
    private static final String[] FAMILY =
            ("Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm "
                            + "Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Lâm Mai Đào Tô Trương "
                            + "Lương Tạ Cao Thái Châu Hà Quách Kiều Vương Lưu Tăng Nông Giàng Triệu")
                    .split(" ");

    private static final String[] MALE_MIDDLE =
            "Văn,Văn,Văn,Đức,Hữu,Minh,Quang,Công,Xuân,Đình,Thanh,Quốc,Tuấn,Ngọc,Bá,Gia,Nhật,Hoàng Minh,Văn Quốc,"
                    .split(",", -1);

    private static final String[] FEMALE_MIDDLE =
            "Thị,Thị,Thị,Thị Ngọc,Thị Thu,Thị Kim,Ngọc,Thu,Kim,Thanh,Phương,Minh,Bích,Khánh,Thùy,Hồng,Diệu,Thị Mỹ,"
                    .split(",", -1);

    private static final String[] MALE_GIVEN =
            ("An Bình Bảo Cường Chiến Công Dũng Duy Đạt Đức Giang Hải Hiếu Hoàng Hùng Huy Hưng Khang Khoa Khôi "
                            + "Kiên Lâm Linh Long Lộc Mạnh Nam Nghĩa Nhân Phát Phong Phú Phúc Quân Quang Quý Sơn Tài "
                            + "Tâm Thành Thắng Thịnh Tiến Toàn Trí Trung Tuấn Tùng Vinh Vũ Đông Ưng")
                    .split(" ");

    private static final String[] FEMALE_GIVEN =
            ("An Anh Bích Chi Châu Cúc Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huế Huyền Hương Khánh "
                            + "Lan Lệ Liên Linh Loan Ly Mai My Nga Ngân Ngọc Nguyệt Nhi Nhung Oanh Phượng Quyên Quỳnh "
                            + "Tâm Thảo Thơ Thu Thủy Thúy Trang Trinh Tuyết Uyên Vân Vy Xuân Yến Ái Đoan")
                    .split(" ");

    static String family(SplittableRandom random) {
        return any(FAMILY, random);
    }

    static PersonName name(String family, boolean male, SplittableRandom random) {
        return new PersonName(
                family, any(male ? MALE_MIDDLE : FEMALE_MIDDLE, random), any(male ? MALE_GIVEN : FEMALE_GIVEN, random));
    }

    /** The other shape in which registers hold a name: whole and in upper case. */
    static PersonName whole(PersonName name) {
        return PersonName.whole(name.full().toUpperCase(Locale.ROOT));
    }

    private static String any(String[] syllables, SplittableRandom random) {
        return syllables[random.nextInt(syllables.length)];
    }

    private SyntheticNames() {}
}
