package vn.dancu.bus.message;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * One thing that a validator found in a message.
 *
 * <pre>{@code
 * CongDan[0]/SoDinhDanh: field_invalid
 *   must be   12 chữ số / 12 digits
 *   found     11 ký tự, toàn chữ số / 11 characters, all digits
 *   repair    ghi 12 chữ số / write 12 digits
 * }</pre>
 *
 * @param severity how much it matters
 * @param code the stable code
 * @param path of the element or attribute, below the root, such as {@code CongDan[0]/HoVaTen/Ten}; {@code /} is the root
 * @param rule what must be there
 * @param found what is there, masked: its length and kind, never its value
 * @param repair what to write instead
 */
public record Finding(
        Severity severity, ErrorCode code, String path, Bilingual rule, Bilingual found, Bilingual repair) {

    /** How much a finding matters. */
    public enum Severity {
        /** The message cannot be relied on: something is missing, repeated or no value of its type. */
        ERROR,
        /** It differs from the schema in form and can be read all the same: an unknown element, another order. */
        DEVIATION,
        /** It is right, but new: a code that an open list did not have when the schema was written. */
        NOTE
    }

    /** The refusal that this finding leads to. */
    public BusException refusal() {
        return BusException.of(code, path, rule.english());
    }
}
