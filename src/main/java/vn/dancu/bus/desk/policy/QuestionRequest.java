package vn.dancu.bus.desk.policy;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Explanations;

/**
 * A question to be explained; it names nobody.
 *
 * @param issue number of the case that would be stated
 * @param related whether the person would be on the partner's list
 * @param consented whether the person would have agreed to all fields
 * @param draft the draft that would decide; absent for the published version
 */
record QuestionRequest(
        String partner,
        String service,
        @Nullable String procedure,
        String officer,
        @Nullable String purpose,
        @Nullable String issue,
        @Nullable Boolean related,
        @Nullable Boolean consented,
        @Nullable Long draft) {

    AccessRequest request() {
        return new AccessRequest(
                value("partner", () -> new PartnerId(partner)),
                value("service", () -> new ServiceCode(service)),
                procedure,
                officer,
                purpose == null ? null : value("purpose", () -> new Purpose(purpose)),
                null,
                issue,
                Set.of());
    }

    Explanations.Assumed assumed() {
        return new Explanations.Assumed(Boolean.TRUE.equals(related), Boolean.TRUE.equals(consented));
    }

    private static <T> T value(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, String.valueOf(e.getMessage())), e);
        }
    }
}
