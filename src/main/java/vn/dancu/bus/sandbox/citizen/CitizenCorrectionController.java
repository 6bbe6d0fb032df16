package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private static final String NUMBER = "DC-[2-9A-Z]{9}";

    private final CitizenBusClient bus;
    private final CitizenPages pages;

    CitizenCorrectionController(CitizenBusClient bus, CitizenPages pages) {
        this.bus = bus;
        this.pages = pages;
    }

    /** One request, in words; the names of the files of its answer. */
    record CorrectionLine(
            String number,
            String field,
            String right,
            boolean evidence,
            String state,
            String askedAt,
            String due,
            String answer,
            List<String> files) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        boolean isNumber = after != null && after.matches(NUMBER);
        BusAnswer answer = bus.get(citizen, isNumber ? "corrections?after=" + after : CORRECTIONS);
        if (!answer.isGood()) {
            return pages.refused(answer, CORRECTIONS, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<CorrectionLine> lines = new ArrayList<>();
        answer.json().path("deNghi").forEach(correction -> lines.add(line(correction, citizen, texts)));
        model.addAttribute(CORRECTIONS, lines);
        model.addAttribute("next", answer.json().path("tiepTheo").asText());
        model.addAttribute("fields", RecordRows.FIELDS);
        // The same form sent twice is one request.
        model.addAttribute("once", UUID.randomUUID().toString());
        return pages.show(CORRECTIONS, citizen, request, model);
    }

    private CorrectionLine line(JsonNode correction, CitizenSession citizen, CitizenTexts texts) {
        JsonNode answer = correction.path("traLoi");
        return new CorrectionLine(
                correction.path("so").asText(),
                texts.of(
                        "field." + RecordRows.property(correction.path("truong").asText())),
                correction.path("noiDungDung").asText(),
                correction.path("coTep").asBoolean(),
                texts.of("correction." + correction.path("trangThai").asText())
                        + (correction.path("quaHan").asBoolean() ? texts.of("correction.late") : ""),
                PortalMoments.of(correction.path("thoiDiemGui").asText()),
                PortalMoments.day(correction.path("hanTraLoi").asText()),
                answer.path("noiDung").asText(answer.path("trichYeu").asText()),
                answer.isMissingNode()
                        ? List.of()
                        : files(citizen, correction.path("so").asText()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String ask(@AuthenticationPrincipal CitizenSession citizen, HttpServletRequest request, Model model)
            throws IOException {
        UploadForm form = UploadForm.of(request);
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("maYeuCau", form.text("request"));
        wish.put("truong", RecordRows.path(form.text("field")));
        wish.put("noiDungDung", form.text("right"));
        wish.put("lyDo", form.text("reason"));
        if (form.file("evidence").length > 0) {
            wish.put("tep", Base64.getEncoder().encodeToString(form.file("evidence")));
        }
        BusAnswer answer = bus.post(citizen, CORRECTIONS, wish);
        return answer.isGood()
                ? "redirect:" + MockSignIn.PORTAL_PAGE + "/corrections"
                : pages.refused(answer, CORRECTIONS, citizen, request, model);
    }

    /** A file of an answer, under the name that the agency gave it. */
    @GetMapping("/{number:" + NUMBER + "}/files/{position:[0-9]{1,3}}")
    @Nullable
    String file(
            @AuthenticationPrincipal CitizenSession citizen,
            @PathVariable("number") String number,
            @PathVariable("position") String position,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        BusAnswer answer = bus.get(citizen, CORRECTIONS + "/" + number + "/files/" + position);
        if (!answer.isGood()) {
            return pages.refused(answer, CORRECTIONS, citizen, request, model);
        }
        List<String> names = files(citizen, number);
        int index = Integer.parseInt(position);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(index < names.size() ? names.get(index) : position, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(answer.body());
        return null;
    }

    /** The names of the files of an answer; none where there is no answer. */
    private List<String> files(CitizenSession citizen, String number) {
        List<String> names = new ArrayList<>();
        bus.get(citizen, CORRECTIONS + "/" + number + "/files")
                .json()
                .path("tep")
                .forEach(file -> names.add(file.path("ten").asText()));
        return names;
    }
}
