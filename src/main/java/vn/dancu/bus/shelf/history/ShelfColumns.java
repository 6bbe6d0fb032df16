package vn.dancu.bus.shelf.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;

/** Findings and files as they stand in columns of type {@code jsonb}. */
final class ShelfColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String of(List<RouteFinding> findings) {
        return written(findings);
    }

    static List<RouteFinding> findings(String text) {
        return read(text, new TypeReference<List<RouteFinding>>() {});
    }

    static String of(BundleContent content) {
        Map<String, String> files = new TreeMap<>();
        content.files().forEach(file -> files.put(file.path(), file.text()));
        return written(files);
    }

    static List<RouteFile> files(String text) {
        return read(text, new TypeReference<Map<String, String>>() {}).entrySet().stream()
                .map(file -> new RouteFile(file.getKey(), file.getValue(), true))
                .toList();
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings and files are texts and numbers", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of room shelf was changed by hand", e);
        }
    }

    private ShelfColumns() {}
}
