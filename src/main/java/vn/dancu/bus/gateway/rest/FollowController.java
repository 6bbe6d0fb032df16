package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.feed.ChangeKind;
import vn.dancu.bus.feed.FollowOrder;
import vn.dancu.bus.feed.FollowOutcome;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.feed.FollowedPerson;
import vn.dancu.bus.feed.Follows;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.register.PersonKey;

/** A partner says whom it follows. Numbers and names travel in bodies alone. */
@RestController
@RequestMapping("/api/v1/follows")
class FollowController {

    private static final String LIST = "nguoi";

    private final Follows follows;

    FollowController(Follows follows) {
        this.follows = follows;
    }

    @PutMapping
    FollowResponse put(HttpServletRequest request, Principal partner) {
        FollowRequest asked = StrictJsonBody.OF_PARTNERS.read(request, FollowRequest.class);
        if (asked.nguoi().size() > Follows.MAX_BATCH) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, LIST, "at most " + Follows.MAX_BATCH + " persons in one call");
        }
        List<FollowOutcome> outcomes = follows.put(asked.order(new PartnerId(partner.getName())));
        return new FollowResponse(
                (int) outcomes.stream()
                        .filter(one -> one.state() == FollowOutcome.State.FOLLOWED)
                        .count(),
                outcomes.stream()
                        .map(one -> new FollowOutcomeResponse(one.state().code(), one.subject()))
                        .toList());
    }

    /** POST: the body of a DELETE has no meaning (RFC 9110 §9.3.5), and many libraries and proxies drop it. */
    @PostMapping("/removals")
    UnfollowResponse remove(HttpServletRequest request, Principal partner) {
        List<SubjectRequest> named =
                StrictJsonBody.OF_PARTNERS.read(request, UnfollowRequest.class).nguoi();
        return new UnfollowResponse(
                named.size(),
                follows.remove(
                        new PartnerId(partner.getName()),
                        named.stream().map(SubjectRequest::maNguoi).toList()));
    }

    @GetMapping
    FollowsResponse list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            Principal partner) {
        return new FollowsResponse(
                follows
                        .list(
                                new PartnerId(partner.getName()),
                                after,
                                PagePart.of(null, limit, Follows.MAX_BATCH).limit())
                        .stream()
                        .map(FollowedResponse::of)
                        .toList());
    }

    private record FollowRequest(
            String maCanBo,
            @Nullable String maDVC,
            @Nullable String mucDich,
            @Nullable String maHoSo,
            String lyDo,
            @Nullable List<String> loai,
            @Nullable Instant hieuLucDen,
            @Nullable Boolean suKienDau,
            List<FollowedRequest> nguoi) {

        FollowOrder order(PartnerId partner) {
            List<PersonKey> persons = new ArrayList<>();
            for (FollowedRequest one : nguoi) {
                persons.add(one.key(LIST + "[" + persons.size() + "]."));
            }
            return new FollowOrder(
                    new FollowTerms(partner, maCanBo, maDVC, purpose(), maHoSo, lyDo),
                    kinds(),
                    hieuLucDen,
                    Boolean.TRUE.equals(suKienDau),
                    persons);
        }

        private @Nullable Purpose purpose() {
            try {
                return mucDich == null ? null : new Purpose(mucDich);
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "mucDich", "the code of a purpose");
            }
        }

        private Set<ChangeKind> kinds() {
            Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
            for (String code : loai == null ? List.<String>of() : loai) {
                kinds.add(ChangeKind.of(code)
                        .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "loai", "kinds of change")));
            }
            return kinds;
        }
    }

    private record FollowedRequest(
            @Nullable String soDinhDanh, @Nullable String soCMND, String hoVaTen, String ngaySinh) {

        PersonKey key(String place) {
            PersonalId number = RequestedNumber.of(soDinhDanh, soCMND, place);
            if (hoVaTen.isBlank()) {
                throw BusException.of(ErrorCode.FIELD_INVALID, place + "hoVaTen", "a name");
            }
            return new PersonKey(number, hoVaTen, birthDate(place));
        }

        private BirthDate birthDate(String place) {
            try {
                return ngaySinh.matches("[0-9]{8}")
                        ? BirthDate.of(LocalDate.parse(ngaySinh, DateTimeFormatter.BASIC_ISO_DATE))
                        : BirthDate.parse(ngaySinh);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw BusException.of(
                        ErrorCode.FIELD_INVALID, place + "ngaySinh", "yyyy-MM-dd, yyyyMMdd or the year yyyy");
            }
        }
    }

    private record UnfollowRequest(List<SubjectRequest> nguoi) {}

    private record SubjectRequest(String maNguoi) {}

    private record FollowResponse(
            @JsonProperty("theoDoi") int followed, @JsonProperty("nguoi") List<FollowOutcomeResponse> persons) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record FollowOutcomeResponse(
            @JsonProperty("trangThai") String state, @JsonProperty("maNguoi") @Nullable String subject) {}

    private record UnfollowResponse(@JsonProperty("tong") int named, @JsonProperty("thayDoi") int changed) {}

    private record FollowsResponse(@JsonProperty("nguoi") List<FollowedResponse> persons) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record FollowedResponse(
            @JsonProperty("maNguoi") String subject,
            @JsonProperty("maCanBo") String officer,
            @JsonProperty("maDVC") @Nullable String procedure,
            @JsonProperty("mucDich") @Nullable String purpose,
            @JsonProperty("maHoSo") @Nullable String issue,
            @JsonProperty("lyDo") String reason,
            @JsonProperty("loai") @Nullable List<String> kinds,
            @JsonProperty("hieuLucTu") Instant since,
            @JsonProperty("hieuLucDen") @Nullable Instant until) {

        static FollowedResponse of(FollowedPerson person) {
            FollowTerms terms = person.terms();
            return new FollowedResponse(
                    person.subject(),
                    terms.officer(),
                    terms.procedure(),
                    terms.purpose() == null ? null : terms.purpose().value(),
                    terms.issue(),
                    terms.reason(),
                    person.kinds().isEmpty() ? null : person.kinds(),
                    person.since(),
                    person.until());
        }
    }
}
