package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.sandbox.signin.MockSignIn;

/** What organisations ask the citizen to agree to. */
@Controller
@Profile("sandbox")
@RequestMapping(MockSignIn.PORTAL_PAGE + "/consents")
class CitizenConsentController {

    private static final String CONSENTS = "consents";

    private final CitizenBusClient bus;
    private final CitizenPages pages;

    CitizenConsentController(CitizenBusClient bus, CitizenPages pages) {
        this.bus = bus;
        this.pages = pages;
    }

    /** One consent, in words. */
    record ConsentLine(
            String id,
            String organisation,
            String text,
            String version,
            List<ConsentField> fields,
            String agreed,
            String state,
            String stateText,
            String answerBy,
            String endsAt) {}

    record ConsentField(String code, String name) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        boolean isId = after != null && after.matches("[0-9a-f-]{36}");
        BusAnswer answer = bus.get(citizen, isId ? "consents?after=" + after : CONSENTS);
        if (!answer.isGood()) {
            return pages.refused(answer, CONSENTS, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<ConsentLine> lines = new ArrayList<>();
        answer.json().path("dongY").forEach(consent -> lines.add(line(consent, texts)));
        model.addAttribute(CONSENTS, lines);
        model.addAttribute("next", answer.json().path("tiepTheo").asText());
        return pages.show(CONSENTS, citizen, request, model);
    }

    private static ConsentLine line(JsonNode consent, CitizenTexts texts) {
        String state = consent.path("trangThai").asText();
        JsonNode text = consent.path("loiHoi");
        return new ConsentLine(
                consent.path("id").asText(),
                consent.path("toChuc").asText(),
                text.path(texts.vietnamese() ? "noiDung" : "noiDungEn").asText(),
                text.path("phienBan").asText(),
                fields(consent.path("truong")),
                fields(consent.path("truongDongY")).stream()
                        .map(ConsentField::name)
                        .collect(Collectors.joining(", ")),
                state,
                texts.of("consent." + state),
                PortalMoments.of(consent.path("hanTraLoi").asText()),
                PortalMoments.of(consent.path("hieuLucDen").asText()));
    }

    private static List<ConsentField> fields(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field -> new ConsentField(
                        field.path("truong").asText(), field.path("ten").asText()))
                .toList();
    }

    @PostMapping("/{id}/give")
    String give(
            @AuthenticationPrincipal CitizenSession citizen,
            @PathVariable("id") String id,
            @RequestParam(name = "version", defaultValue = "") String version,
            @RequestParam(name = "field", required = false) @Nullable List<String> fields,
            HttpServletRequest request,
            Model model) {
        Map<String, Object> body = Map.of("phienBan", version, "truong", fields == null ? List.of() : fields);
        return decided(id, "give", body, citizen, request, model);
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @AuthenticationPrincipal CitizenSession citizen,
            @PathVariable("id") String id,
            HttpServletRequest request,
            Model model) {
        return decided(id, "refuse", null, citizen, request, model);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal CitizenSession citizen,
            @PathVariable("id") String id,
            HttpServletRequest request,
            Model model) {
        return decided(id, "withdraw", null, citizen, request, model);
    }

    private String decided(
            String id,
            String decision,
            @Nullable Object body,
            CitizenSession citizen,
            HttpServletRequest request,
            Model model) {
        String plain = id.replaceAll("[^0-9a-f-]", "");
        BusAnswer answer = bus.post(citizen, CONSENTS + "/" + plain + "/" + decision, body);
        return answer.isGood()
                ? "redirect:" + MockSignIn.PORTAL_PAGE + "/consents"
                : pages.refused(answer, CONSENTS, citizen, request, model);
    }
}
