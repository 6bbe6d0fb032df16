package vn.dancu.bus.consent;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/**
 * What an organisation asks a person to agree to.
 *
 * @param reference the organisation's own number of the request, 1 to 64 letters, digits, dots, hyphens, underscores or slashes; the
 *     same again is the same request
 * @param person whose data it is, by số định danh
 * @param fields never empty, in the order in which they were named
 * @param days how long the consent is to hold, from the day on which it is given
 * @param reason what the organisation needs the data for, in its own words, 1 to 500 characters, without anybody's number
 */
public record ConsentProposal(
        String reference, PersonalId person, Purpose purpose, Set<FieldPath> fields, int days, String reason) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    public ConsentProposal {
        fields = new LinkedHashSet<>(fields);
        require(
                REFERENCE.matcher(reference).matches() && !PersonalId.isIn(reference),
                "maYeuCau",
                "1 to 64 letters, digits, dots, hyphens, underscores or slashes, and nobody's number");
        require(person.kind() == PersonalId.Kind.SO_DINH_DANH, "soDinhDanh", "exactly 12 digits");
        require(!fields.isEmpty(), "truong", "at least one field");
        require(days >= 1, "soNgay", "at least 1");
        require(
                ActReason.isFit(reason),
                "lyDo",
                "one line of 1 to " + ActReason.MAX_LENGTH + " characters, and nobody's number");
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }
}
