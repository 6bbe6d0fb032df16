package vn.dancu.bus.listing.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListOrder;

/** Criteria and orders as texts of the database. */
final class ListCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    static String criteria(ListCriteria criteria) {
        return json(criteria);
    }

    static ListCriteria criteria(String text) {
        try {
            return JSON.readValue(text, ListCriteria.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Criteria stand as JSON", e);
        }
    }

    /** The same text for the same order, whatever the sequence of its fields. */
    static String fingerprint(ListOrder order) {
        String fields = order.asked().stream().map(FieldPath::value).sorted().collect(Collectors.joining(" "));
        return Sha256.hex(String.join(
                "\n",
                order.service().code().value(),
                String.valueOf(order.procedure()),
                order.officer(),
                String.valueOf(order.purpose()),
                fields,
                json(order.criteria()),
                order.form().code(),
                String.valueOf(order.countOnly())));
    }

    private static String json(ListCriteria criteria) {
        try {
            return JSON.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Criteria can be written as JSON", e);
        }
    }

    private ListCodec() {}
}
