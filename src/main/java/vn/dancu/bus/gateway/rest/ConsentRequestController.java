package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.consent.Consent;
import vn.dancu.bus.consent.ConsentProposal;
import vn.dancu.bus.consent.ConsentRequests;
import vn.dancu.bus.http.FieldNames;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/** An organisation asks for the consent of a person, and sees what became of it. The number travels in the body alone. */
@RestController
@RequestMapping("/api/v1/consent-requests")
class ConsentRequestController {

    private static final int PAGE = 100;

    private final ConsentRequests requests;

    ConsentRequestController(ConsentRequests requests) {
        this.requests = requests;
    }

    @PostMapping
    ConsentRequestResponse ask(HttpServletRequest request, Principal partner) {
        ConsentRequestRequest asked = StrictJsonBody.OF_PARTNERS.read(request, ConsentRequestRequest.class);
        return ConsentRequestResponse.of(requests.ask(new PartnerId(partner.getName()), asked.proposal()));
    }

    /** In the order of the changes; the last item of a page says where the next begins. */
    @GetMapping
    ConsentRequestsResponse changed(
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Principal partner) {
        return new ConsentRequestsResponse(requests
                .changed(
                        new PartnerId(partner.getName()),
                        since == null ? null : instant(since),
                        PathValues.idAfter(after),
                        PAGE)
                .stream()
                .map(ConsentRequestResponse::of)
                .toList());
    }

    @GetMapping("/{id}")
    ConsentRequestResponse one(@PathVariable("id") String id, Principal partner) {
        return requests.find(new PartnerId(partner.getName()), PathValues.id(id))
                .map(ConsentRequestResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "since", "a time such as 2026-11-29T00:00:00Z");
        }
    }

    private record ConsentRequestRequest(
            String maYeuCau, String soDinhDanh, String mucDich, List<String> truong, int soNgay, String lyDo) {

        ConsentProposal proposal() {
            if (!PersonalId.isDigits(soDinhDanh, PersonalId.Kind.SO_DINH_DANH.length())) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "soDinhDanh", "exactly 12 digits");
            }
            return new ConsentProposal(maYeuCau, PersonalId.soDinhDanh(soDinhDanh), purpose(), fields(), soNgay, lyDo);
        }

        private Purpose purpose() {
            try {
                return new Purpose(mucDich);
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "mucDich", "the code of a purpose");
            }
        }

        private Set<FieldPath> fields() {
            return FieldNames.read("truong", truong);
        }
    }

    private record ConsentRequestsResponse(@JsonProperty("yeuCau") List<ConsentRequestResponse> requests) {}

    /** A request as the organisation sees it: without the person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ConsentRequestResponse(
            UUID id,
            @JsonProperty("maYeuCau") String reference,
            @JsonProperty("mucDich") String purpose,
            @JsonProperty("truong") List<String> fields,
            @JsonProperty("soNgay") int days,
            @JsonProperty("trangThai") String state,
            @JsonProperty("thoiDiemYeuCau") Instant requestedAt,
            @JsonProperty("hanTraLoi") Instant answerBy,
            @JsonProperty("thoiDiemThayDoi") Instant changedAt,
            @JsonProperty("truongDongY") @Nullable List<String> consented,
            @JsonProperty("hieuLucDen") @Nullable Instant endsAt) {

        static ConsentRequestResponse of(Consent consent) {
            Consent.Decided decision = consent.decision();
            return new ConsentRequestResponse(
                    consent.id(),
                    consent.reference(),
                    consent.purpose().value(),
                    consent.fields().stream().map(FieldPath::value).toList(),
                    consent.days(),
                    consent.state().code(),
                    consent.requestedAt(),
                    consent.answerBy(),
                    consent.changedAt(),
                    decision == null
                            ? null
                            : decision.consented().stream()
                                    .map(FieldPath::value)
                                    .toList(),
                    decision == null ? null : decision.endsAt());
        }
    }
}
