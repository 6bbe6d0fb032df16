package vn.dancu.bus.listing;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.policy.OfficerCode;

/**
 * What a partner asks for.
 *
 * @param reference MaYeuCau, the partner's own: the same one is the same request
 * @param procedure MaDVC
 * @param officer MaCanBo
 * @param purpose null takes that of the grant that fits
 * @param asked the fields of each person; empty for all that the partner may have
 * @param countOnly whether only the number of people is asked for
 * @param issue number of the case, from the header or property of the message
 */
public record ListOrder(
        ListService service,
        String reference,
        @Nullable String procedure,
        String officer,
        @Nullable Purpose purpose,
        Set<FieldPath> asked,
        ListCriteria criteria,
        ListForm form,
        boolean countOnly,
        @Nullable String issue) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");

    /** Refuses what has not its form, with {@code field_invalid} or {@code field_missing}. */
    public ListOrder {
        if (!REFERENCE.matcher(reference).matches()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "MaYeuCau",
                    "1 to 64 letters, digits, dots, hyphens, underscores, colons or slashes");
        }
        if (!OfficerCode.isValid(officer) || OfficerCode.isPersonalNumber(officer)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "MaCanBo", OfficerCode.RULE);
        }
        if (!service.isGiven(criteria)) {
            throw BusException.of(ErrorCode.FIELD_MISSING, service.criterion(), "stands in a request by this service");
        }
        asked = Set.copyOf(asked);
    }
}
