package vn.dancu.bus.desk.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.consent.Consent;
import vn.dancu.bus.consent.ConsentOverview;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Role;

/** How many consents there are, and one by the id that organisation and citizen know. */
@RestController
@RequestMapping("/api/v1/admin/consents")
class ConsentOverviewController {

    private final ConsentOverview consents;

    ConsentOverviewController(ConsentOverview consents) {
        this.consents = consents;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ConsentCountResponse> counts() {
        return new Paging.Page<>(
                consents.counts().stream()
                        .map(it -> new ConsentCountResponse(
                                it.partner().value(), it.state().code(), it.consents()))
                        .toList(),
                null);
    }

    @GetMapping("/{consent}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    ConsentDetailResponse one(@PathVariable("consent") String consent) {
        return consents.find(PathValues.id(consent))
                .map(ConsentDetailResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    private record ConsentCountResponse(String partner, String state, long consents) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ConsentDetailResponse(
            UUID id,
            String partner,
            String purpose,
            List<String> fields,
            int days,
            String textVersion,
            String state,
            Instant requestedAt,
            Instant answerBy,
            Instant changedAt,
            @Nullable Instant decidedAt,
            @Nullable List<String> consented,
            @Nullable Instant endsAt) {

        static ConsentDetailResponse of(Consent consent) {
            Consent.Decided decision = consent.decision();
            return new ConsentDetailResponse(
                    consent.id(),
                    consent.partner().value(),
                    consent.purpose().value(),
                    names(consent.fields()),
                    consent.days(),
                    consent.shown().version(),
                    consent.state().code(),
                    consent.requestedAt(),
                    consent.answerBy(),
                    consent.changedAt(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : names(decision.consented()),
                    decision == null ? null : decision.endsAt());
        }

        private static List<String> names(List<FieldPath> fields) {
            return fields.stream().map(FieldPath::value).toList();
        }
    }
}
