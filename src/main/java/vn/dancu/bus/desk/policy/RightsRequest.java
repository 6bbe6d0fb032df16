package vn.dancu.bus.desk.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner may, in the words of the policy file.
 *
 * @param officers who may ask, or {@code *}
 * @param managedOfficers how many officers the partner may register by itself
 * @param grants in their order: where more than one fits, the first decides
 * @param quotas one for every granted service, or {@code *}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RightsRequest(List<String> officers, @Nullable Long managedOfficers, List<Grant> grants, List<Quota> quotas) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One grant.
     *
     * @param officers who of the partner's officers may use it; absent for all
     * @param relationship {@code none}, {@code case}, {@code follow-list} or {@code citizen}
     * @param consent {@code none} or {@code required}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Grant(
            List<String> services,
            String purpose,
            @Nullable String legalBasis,
            List<String> procedures,
            @Nullable List<String> officers,
            @Nullable String relationship,
            @Nullable List<String> caseForms,
            @Nullable String consent,
            List<String> fields) {}

    /** One quota. */
    record Quota(List<String> services, long perMinute, long perDay) {}

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }
}
