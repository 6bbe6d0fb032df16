package vn.dancu.bus.replay.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.ReplayScope;

/** What a replay takes up as JSON, for its record. */
final class ScopeText {

    private static final int NAMED_LETTERS = 20;

    private final ObjectMapper json = JsonMapper.builder().build();

    String of(ReplayScope scope) {
        try {
            return json.writeValueAsString(values(scope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is JSON", e);
        }
    }

    /** The partner whom all of it concerns. */
    static @Nullable PartnerId partner(ReplayScope scope) {
        if (scope instanceof ReplayScope.Interval interval) {
            return interval.partner();
        }
        return scope instanceof ReplayScope.Matching matching
                ? matching.filter().partner()
                : null;
    }

    private static Map<String, Object> values(ReplayScope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (scope instanceof ReplayScope.Letters letters) {
            values.put("letters", letters.ids().stream().limit(NAMED_LETTERS).toList());
        } else if (scope instanceof ReplayScope.Matching matching) {
            DeadLetterFilter filter = matching.filter();
            put(values, "kind", filter.kind() == null ? null : filter.kind().code());
            put(values, "partner", filter.partner());
            put(values, "cause", filter.cause());
            put(values, "messageId", filter.messageId());
            put(values, "from", filter.from());
            put(values, "until", filter.until());
        } else if (scope instanceof ReplayScope.Interval interval) {
            put(values, "partner", interval.partner());
            put(values, "from", interval.from());
            put(values, "until", interval.until());
            put(values, "result", interval.result());
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
