package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.sandbox.signin.MockSignIn;

/** Who looked the citizen up, and questions about a look-up that seems wrong. */
@Controller
@Profile("sandbox")
@RequestMapping(MockSignIn.PORTAL_PAGE)
class CitizenAccessController {

    private static final String LOG = "access";
    private static final String QUESTIONS = "questions";
    private static final String ADDRESS = "access-log";
    private static final int PER_PAGE = 20;

    private final CitizenBusClient bus;
    private final CitizenPages pages;

    CitizenAccessController(CitizenBusClient bus, CitizenPages pages) {
        this.bus = bus;
        this.pages = pages;
    }

    /** A use of data, in words. */
    record UseLine(String event, String at, String by, String service, String purpose, String groups, String outcome) {}

    @GetMapping("/access")
    String log(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "own", defaultValue = "false") boolean own,
            HttpServletRequest request,
            Model model) {
        String part = "?limit=" + PER_PAGE + "&own=" + own + (cursor == null ? "" : "&cursor=" + encoded(cursor));
        BusAnswer answer = bus.get(citizen, ADDRESS + part);
        if (!answer.isGood()) {
            return pages.refused(answer, LOG, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<UseLine> uses = new ArrayList<>();
        answer.json().path("suDung").forEach(use -> uses.add(use(use, texts)));
        model.addAttribute("uses", uses);
        model.addAttribute("own", own);
        model.addAttribute("first", cursor == null);
        model.addAttribute("next", answer.json().path("tiepTheo").asText());
        return pages.show(LOG, citizen, request, model);
    }

    private static UseLine use(JsonNode use, CitizenTexts texts) {
        return new UseLine(
                use.path("maSuKien").asText(),
                PortalMoments.of(use.path("thoiDiem").asText()),
                use.path("nguoiSuDung").path("ten").asText(),
                use.path("dichVu").path("ten").asText(),
                use.path("mucDich").path("ten").asText(),
                StreamSupport.stream(use.path("nhomDuLieu").spliterator(), false)
                        .map(group -> group.path("ten").asText())
                        .collect(Collectors.joining("; ")),
                // What was done says it all.
                "seen".equals(use.path("ketQua").asText())
                        ? ""
                        : texts.of("outcome." + use.path("ketQua").asText()));
    }

    @PostMapping("/access/questions")
    String ask(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "event", defaultValue = "") String event,
            @RequestParam(name = "text", defaultValue = "") String text,
            HttpServletRequest request,
            Model model) {
        BusAnswer answer =
                bus.post(citizen, ADDRESS + "/questions", Map.of("maSuKien", event, "noiDung", text.strip()));
        return answer.isGood()
                ? "redirect:" + MockSignIn.PORTAL_PAGE + "/questions"
                : pages.refused(answer, LOG, citizen, request, model);
    }

    /** A question and its answer, in words. */
    record QuestionLine(
            String number, String usedAt, String state, String text, String due, String finding, String answer) {}

    @GetMapping("/questions")
    String questions(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        BusAnswer answer =
                bus.get(citizen, ADDRESS + "/questions" + (cursor == null ? "" : "?cursor=" + encoded(cursor)));
        if (!answer.isGood()) {
            return pages.refused(answer, QUESTIONS, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<QuestionLine> lines = new ArrayList<>();
        answer.json()
                .path("cauHoi")
                .forEach(question -> lines.add(new QuestionLine(
                        question.path("soCauHoi").asText(),
                        PortalMoments.of(question.path("thoiDiemSuDung").asText()),
                        texts.of("question." + question.path("trangThai").asText()),
                        question.path("noiDung").asText(),
                        PortalMoments.day(question.path("hanTraLoi").asText()),
                        question.path("ketLuan").isMissingNode()
                                ? ""
                                : texts.of("finding." + question.path("ketLuan").asText()),
                        question.path("traLoi").asText())));
        model.addAttribute("questions", lines);
        model.addAttribute("next", answer.json().path("tiepTheo").asText());
        return pages.show(QUESTIONS, citizen, request, model);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
