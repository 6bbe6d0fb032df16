package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An answer of the bus as lines that people read; what the answer has not, has no line. */
record RecordRows(CitizenTexts texts, PortalCodeNames codes) {

    /** The properties of a person in an answer, in the order of the page. */
    static final List<String> FIELDS = List.of(
            "soDinhDanh",
            "hoVaTen",
            "ngayThangNamSinh",
            "gioiTinh",
            "danToc",
            "tonGiao",
            "quocTich",
            "tinhTrangHonNhan",
            "nhomMau",
            "noiDangKyKhaiSinh",
            "queQuan",
            "thuongTru",
            "noiOHienTai",
            "cha",
            "me",
            "voChong",
            "nguoiDaiDien",
            "chuHo",
            "soSoHoKhau",
            "soCMND",
            "trangThaiCongDan");

    /** What other authorities brought: a row for each group. */
    private static final List<String> GROUPS = List.of(
            "theBHYT",
            "soBHXH",
            "maSoThue",
            "hocSinh",
            "treEm",
            "dienLuc",
            "giayPhepLaiXe",
            "toaAn",
            "kiemSat",
            "duLieuLamGiau");

    /** The path of a field of the register, {@code ThuongTru}, by its property, {@code thuongTru}. */
    static String path(String property) {
        return property.isEmpty() ? property : Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    /** The property of a field by its path. */
    static String property(String path) {
        return path.isEmpty() ? path : Character.toLowerCase(path.charAt(0)) + path.substring(1);
    }

    /** A field by its name, and what is recorded. */
    record Row(String label, String text) {}

    /** @param record a person, or a household without its members */
    List<Row> of(JsonNode record) {
        List<Row> rows = new ArrayList<>();
        for (String field : FIELDS) {
            String text = text(field, record.path(field));
            if (!text.isBlank()) {
                rows.add(new Row(texts.of("field." + field), text));
            }
        }
        for (String group : GROUPS) {
            String text = day(texts(record.path(group)).collect(Collectors.joining(", ")));
            if (!text.isBlank()) {
                rows.add(new Row(texts.of("field." + group), text));
            }
        }
        return rows;
    }

    /** The texts of a group in their order, whatever their names. */
    private static Stream<String> texts(JsonNode value) {
        return value.isTextual()
                ? Stream.of(value.asText())
                : StreamSupport.stream(value.spliterator(), false).flatMap(RecordRows::texts);
    }

    /** A person in one line. */
    String person(JsonNode person) {
        return joined(
                name(person.path("hoVaTen")),
                person.path("soDinhDanh").asText(person.path("soCMND").asText()),
                day(person.path("ngayThangNamSinh").asText()),
                coded("relation", person.path("quanHe").asText()));
    }

    private String text(String field, JsonNode value) {
        return switch (field) {
            case "hoVaTen" -> name(value);
            case "ngayThangNamSinh" -> day(value.asText());
            case "noiDangKyKhaiSinh", "queQuan", "thuongTru", "noiOHienTai" -> codes.place(value);
            case "cha", "me", "voChong", "nguoiDaiDien", "chuHo" -> person(value);
            case "danToc" -> named(field, value.path("maDanToc").asText());
            case "tonGiao" -> named(field, value.path("maTonGiao").asText());
            case "trangThaiCongDan" -> coded(field, value.asText());
            default -> named(field, value.asText());
        };
    }

    private String named(String field, String code) {
        return codes.of(field, code, texts.vietnamese());
    }

    private String coded(String list, String code) {
        String key = list + "." + code;
        return texts.has(key) ? texts.of(key) : code;
    }

    private static String name(JsonNode name) {
        return Stream.of("ho", "chuDem", "ten")
                .map(part -> name.path(part).asText())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** As it is written in Vietnam; the year alone stays as it is. */
    private static String day(String day) {
        return day.replaceAll("([0-9]{4})-([0-9]{2})-([0-9]{2})", "$3/$2/$1");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
