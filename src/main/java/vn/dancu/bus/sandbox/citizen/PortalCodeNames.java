package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.catalogue.Catalogues;

/** The names behind the codes of an answer, by the shared catalogues that any portal has. */
final class PortalCodeNames {

    private static final Map<String, String> LISTS = Map.of(
            "gioiTinh", "magioitinh",
            "danToc", "madantoc",
            "tonGiao", "matongiao",
            "tinhTrangHonNhan", "matinhtranghonnhan",
            "nhomMau", "manhommau",
            "quocTich", "maquocgia");

    /** The lists of administrative units, lowest level first, by the property of a place that holds the code. */
    private static final List<String> LEVELS = List.of("maPhuongXa", "maQuanHuyen", "maTinhThanh");

    private static final String CODE = "Ma";
    private static final String NAME = "Ten";

    private final Map<String, Map<String, Map<String, String>>> lists = new HashMap<>();
    private final Map<String, Map<String, String>> ended = new HashMap<>();
    private final Map<String, Map<String, String>> inForce = new HashMap<>();

    PortalCodeNames(Catalogues catalogues) {
        LISTS.forEach((field, list) -> {
            Map<String, Map<String, String>> byCode = new HashMap<>();
            records(catalogues, list).forEach(one -> byCode.put(one.get(CODE), one));
            lists.put(field, byCode);
        });
        for (int i = 0; i < LEVELS.size(); i++) {
            Map<String, String> before = new HashMap<>();
            Map<String, String> now = new HashMap<>();
            records(catalogues, "donvihanhchinhcap" + (LEVELS.size() - i))
                    .forEach(one -> (one.containsKey("HieuLucDen") ? before : now).put(one.get(CODE), one.get(NAME)));
            ended.put(LEVELS.get(i), before);
            inForce.put(LEVELS.get(i), now);
        }
    }

    private static List<Map<String, String>> records(Catalogues catalogues, String list) {
        return catalogues.records(list, null).orElse(List.of());
    }

    /** The name of the code of a field; the code itself where its list has none. */
    String of(String field, String code, boolean vietnamese) {
        Map<String, String> found = lists.getOrDefault(field, Map.of()).getOrDefault(code, Map.of());
        String name = found.getOrDefault(NAME, code);
        return vietnamese ? name : found.getOrDefault("TenTiengAnh", name);
    }

    /** A place in one line. One with a district is of the three levels that ended on 2025-06-30. */
    String place(JsonNode place) {
        Map<String, Map<String, String>> units =
                place.path("maQuanHuyen").asText().isEmpty() ? inForce : ended;
        return Stream.concat(
                        Stream.of(place.path("chiTiet").asText()),
                        LEVELS.stream().map(level -> {
                            String code = place.path(level).asText();
                            return units.getOrDefault(level, Map.of()).getOrDefault(code, code);
                        }))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
