package vn.dancu.bus.codebook.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** Values and properties as JSON in a column. */
final class ListContent {

    private static final TypeReference<LinkedHashMap<String, String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Property>> PROPERTIES = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String text(Map<String, String> values) {
        return written(values);
    }

    Map<String, String> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds no values", e);
        }
    }

    String properties(List<Property> properties) {
        return written(properties);
    }

    List<Property> readProperties(String text) {
        try {
            return json.readValue(text, PROPERTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds no properties", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }
}
