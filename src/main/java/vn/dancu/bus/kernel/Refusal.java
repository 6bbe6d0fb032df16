package vn.dancu.bus.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was not answered: a stable code, the field and the rule that was broken where they help, and an id by which
 * an operator finds this occurrence. It never holds a value that the asker sent.
 *
 * @param code the stable code
 * @param field the element, property or header concerned, in the contract's own name
 * @param rule what the field must be, in English, without the value found
 * @param occurrence the id of this occurrence
 */
public record Refusal(ErrorCode code, @Nullable String field, @Nullable String rule, UUID occurrence) {

    public static Refusal of(ErrorCode code) {
        return new Refusal(code, null, null, UUID.randomUUID());
    }

    public static Refusal of(ErrorCode code, String field, String rule) {
        return new Refusal(code, field, rule, UUID.randomUUID());
    }
}
