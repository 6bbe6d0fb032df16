package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.consent.Consent;
import vn.dancu.bus.consent.ConsentTexts;
import vn.dancu.bus.consent.Consents;
import vn.dancu.bus.http.FieldNames;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.PersonNumbers;

/** What organisations ask the citizen to agree to, and what the citizen decides. */
@RestController
@RequestMapping("/api/v1/me/consents")
class ConsentController {

    private static final int PAGE = 50;

    private final Consents consents;
    private final ConsentTexts texts;
    private final Partners partners;
    private final PersonNumbers numbers;

    ConsentController(Consents consents, ConsentTexts texts, Partners partners, PersonNumbers numbers) {
        this.consents = consents;
        this.texts = texts;
        this.partners = partners;
        this.numbers = numbers;
    }

    @GetMapping
    ConsentsResponse list(
            VerifiedCitizen citizen, @RequestParam(name = "after", required = false) @Nullable String after) {
        UUID last = PathValues.idAfter(after);
        List<Consent> found = consents.of(person(citizen), last, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Consent> page = more ? found.subList(0, PAGE) : found;
        return new ConsentsResponse(
                page.stream().map(this::shown).toList(),
                more ? page.get(PAGE - 1).id() : null);
    }

    @PostMapping("/{id}/give")
    ConsentResponse give(
            VerifiedCitizen citizen, Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
        ConsentGrantRequest given = StrictJsonBody.OF_PARTNERS.read(request, ConsentGrantRequest.class);
        return shown(consents.give(
                person(citizen), PathValues.id(id), given.phienBan(), given.fields(), channel(citizen, caller)));
    }

    @PostMapping("/{id}/refuse")
    ConsentResponse refuse(VerifiedCitizen citizen, Caller caller, @PathVariable("id") String id) {
        return shown(consents.refuse(person(citizen), PathValues.id(id), channel(citizen, caller)));
    }

    @PostMapping("/{id}/withdraw")
    ConsentResponse withdraw(VerifiedCitizen citizen, Caller caller, @PathVariable("id") String id) {
        return shown(consents.withdraw(person(citizen), PathValues.id(id), channel(citizen, caller)));
    }

    /** Under whichever number the organisation knows the citizen. */
    private List<PersonalId> person(VerifiedCitizen citizen) {
        return Stream.concat(Stream.of(citizen.number()), numbers.of(citizen.number()).stream())
                .distinct()
                .toList();
    }

    private static Consent.Channel channel(VerifiedCitizen citizen, Caller caller) {
        Partner portal = Objects.requireNonNull(caller.partner(), "The gate lets no stranger in");
        return new Consent.Channel(
                portal.id(),
                citizen.proof().kind().name().toLowerCase(Locale.ROOT),
                citizen.proof().issuer(),
                citizen.proof().level());
    }

    private ConsentResponse shown(Consent consent) {
        Consent.Decided decision = consent.decision();
        return new ConsentResponse(
                consent.id(),
                partners.find(consent.partner())
                        .map(Partner::name)
                        .orElse(consent.partner().value()),
                consent.purpose().value(),
                named(consent.fields()),
                consent.reason(),
                consent.days(),
                new ConsentTextResponse(
                        consent.shown().version(),
                        consent.shown().vietnamese(),
                        consent.shown().english()),
                consent.state().code(),
                consent.requestedAt(),
                consent.answerBy(),
                consent.changedAt(),
                decision == null ? null : named(decision.consented()),
                decision == null ? null : decision.endsAt());
    }

    private List<ConsentFieldResponse> named(List<FieldPath> fields) {
        return fields.stream()
                .map(field -> new ConsentFieldResponse(
                        field.value(), texts.nameOf(field).vietnamese()))
                .toList();
    }

    private record ConsentGrantRequest(String phienBan, @Nullable List<String> truong) {

        @Nullable
        Set<FieldPath> fields() {
            return truong == null ? null : FieldNames.read("truong", truong);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ConsentsResponse(
            @JsonProperty("dongY") List<ConsentResponse> consents, @JsonProperty("tiepTheo") @Nullable UUID next) {}

    private record ConsentFieldResponse(@JsonProperty("truong") String field, @JsonProperty("ten") String name) {}

    private record ConsentTextResponse(
            @JsonProperty("phienBan") String version,
            @JsonProperty("noiDung") String vietnamese,
            @JsonProperty("noiDungEn") String english) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ConsentResponse(
            UUID id,
            @JsonProperty("toChuc") String organisation,
            @JsonProperty("mucDich") String purpose,
            @JsonProperty("truong") List<ConsentFieldResponse> fields,
            @JsonProperty("lyDo") String reason,
            @JsonProperty("soNgay") int days,
            @JsonProperty("loiHoi") ConsentTextResponse text,
            @JsonProperty("trangThai") String state,
            @JsonProperty("thoiDiemYeuCau") Instant requestedAt,
            @JsonProperty("hanTraLoi") Instant answerBy,
            @JsonProperty("thoiDiemThayDoi") Instant changedAt,
            @JsonProperty("truongDongY") @Nullable List<ConsentFieldResponse> consented,
            @JsonProperty("hieuLucDen") @Nullable Instant endsAt) {}
}
