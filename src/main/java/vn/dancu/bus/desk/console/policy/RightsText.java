package vn.dancu.bus.desk.console.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A partner's rights as somebody reads and writes them. */
final class RightsText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** With line breaks and indents; what is no JSON stays as it was written. */
    static String indented(String rights) {
        try {
            return JSON.readTree(rights).toPrettyString();
        } catch (JsonProcessingException e) {
            return rights;
        }
    }

    private RightsText() {}
}
