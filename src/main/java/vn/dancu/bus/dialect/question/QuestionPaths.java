package vn.dancu.bus.dialect.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.field.PropertyNames;

/** The parts of a question without claims, by their paths in the request element. */
public final class QuestionPaths {

    static final String BIRTH_DATE = "NgayThangNamSinh";
    static final String BIRTH_DAY = "NgayThangNamSinh/NgayThangNam";
    static final String BIRTH_YEAR = "NgayThangNamSinh/Nam";
    static final String ASKED = "DanhSachTruong";

    /** What a table may map to, in the order of the schema. */
    public static final List<String> ALL = List.of(
            "MaYeuCau",
            "MaDVC",
            "MaCanBo",
            "MaDonVi",
            "SoDinhDanh",
            "SoCMND",
            "HoVaTen",
            BIRTH_DATE,
            BIRTH_DAY,
            BIRTH_YEAR,
            "MucDich",
            ASKED);

    private QuestionPaths() {}

    /** What a table must map and does not: no question that went through it could be answered. */
    public static List<String> missing(PopulationOperation operation, Collection<String> mapped) {
        boolean existence = operation.kind() == PopulationOperation.Kind.EXISTENCE;
        List<String> missing = new ArrayList<>();
        for (String path : List.of("MaYeuCau", "MaDVC", "MaCanBo", "HoVaTen")) {
            if (!mapped.contains(path) && !(existence && path.equals("MaDVC"))) {
                missing.add(path);
            }
        }
        if (!mapped.contains("SoDinhDanh") && !mapped.contains("SoCMND")) {
            missing.add("SoDinhDanh");
        }
        if (!existence && mapped.stream().noneMatch(path -> path.startsWith(BIRTH_DATE))) {
            missing.add(BIRTH_DATE);
        }
        return missing;
    }

    /** The property of the contract's JSON that holds this part, or the part of which this is one. */
    static String property(String path) {
        String element = path.startsWith(BIRTH_DATE) ? BIRTH_DATE : path;
        return element.equals(ASKED) ? "truong" : PropertyNames.property(element);
    }

    /** The part as a refusal of the contract's JSON names it. */
    static String refused(String path) {
        return path.equals(BIRTH_DAY) || path.equals(BIRTH_YEAR)
                ? property(BIRTH_DATE) + "/" + PropertyNames.property(path.substring(BIRTH_DATE.length() + 1))
                : property(path);
    }
}
