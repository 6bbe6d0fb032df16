package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.sandbox.signin.MockSignIn;

/** What the citizen asks to be corrected, and what became of it. */
@Controller
@Profile("sandbox")
@RequestMapping(MockSignIn.PORTAL_PAGE + "/corrections")
class CitizenCorrectionController {

    private static final String CORRECTIONS = "corrections";

    private final CitizenBusClient bus;
    private final CitizenPages pages;

    CitizenCorrectionController(CitizenBusClient bus, CitizenPages pages) {
        this.bus = bus;
        this.pages = pages;
    }

    /** One request, in words. */
    record CorrectionLine(
            String number, String field, String right, String state, String askedAt, String due, String answer) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        boolean isNumber = after != null && after.matches("DC-[2-9A-Z]{9}");
        BusAnswer answer = bus.get(citizen, isNumber ? "corrections?after=" + after : CORRECTIONS);
        if (!answer.isGood()) {
            return pages.refused(answer, CORRECTIONS, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<CorrectionLine> lines = new ArrayList<>();
        answer.json().path("deNghi").forEach(correction -> lines.add(line(correction, texts)));
        model.addAttribute(CORRECTIONS, lines);
        model.addAttribute("next", answer.json().path("tiepTheo").asText());
        model.addAttribute("fields", RecordRows.FIELDS);
        // The same form sent twice is one request.
        model.addAttribute("once", UUID.randomUUID().toString());
        return pages.show(CORRECTIONS, citizen, request, model);
    }

    private static CorrectionLine line(JsonNode correction, CitizenTexts texts) {
        JsonNode answer = correction.path("traLoi");
        return new CorrectionLine(
                correction.path("so").asText(),
                texts.of(
                        "field." + RecordRows.property(correction.path("truong").asText())),
                correction.path("noiDungDung").asText(),
                texts.of("correction." + correction.path("trangThai").asText())
                        + (correction.path("quaHan").asBoolean() ? texts.of("correction.late") : ""),
                PortalMoments.of(correction.path("thoiDiemGui").asText()),
                PortalMoments.day(correction.path("hanTraLoi").asText()),
                answer.path("noiDung").asText(answer.path("trichYeu").asText()));
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model) {
        BusAnswer answer = bus.post(
                citizen,
                CORRECTIONS,
                Map.of(
                        "maYeuCau", form.getOrDefault("request", ""),
                        "truong", RecordRows.path(form.getOrDefault("field", "")),
                        "noiDungDung", form.getOrDefault("right", "").strip(),
                        "lyDo", form.getOrDefault("reason", "").strip()));
        return answer.isGood()
                ? "redirect:" + MockSignIn.PORTAL_PAGE + "/corrections"
                : pages.refused(answer, CORRECTIONS, citizen, request, model);
    }
}
