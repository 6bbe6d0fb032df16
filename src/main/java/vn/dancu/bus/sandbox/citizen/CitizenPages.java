package vn.dancu.bus.sandbox.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What every page shows besides its own. */
final class CitizenPages {

    private static final String LANGUAGE = "citizen-language";
    private static final String VIEWS = "sandbox/citizen/";
    private static final List<String> MENU =
            List.of("record", "household", "related", "access", "questions", "consents", "corrections");

    boolean isVietnamese(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !"en".equals(session.getAttribute(LANGUAGE));
    }

    void speak(HttpServletRequest request, String language) {
        request.getSession().setAttribute(LANGUAGE, language);
    }

    CitizenTexts texts(HttpServletRequest request) {
        return new CitizenTexts(isVietnamese(request));
    }

    /** The view of that name. */
    String show(String name, @Nullable CitizenSession citizen, HttpServletRequest request, Model model) {
        CitizenTexts texts = texts(request);
        model.addAttribute("t", texts);
        model.addAttribute("vi", texts.vietnamese());
        model.addAttribute("who", citizen);
        model.addAttribute("current", name);
        model.addAttribute("menu", MENU);
        return VIEWS + name;
    }

    /** A signed notice as a download; no view. */
    @Nullable
    String file(BusAnswer answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", answer.disposition());
        response.getOutputStream().write(answer.body());
        return null;
    }

    /** The page in place of one that the bus refused. */
    String refused(BusAnswer answer, String name, CitizenSession citizen, HttpServletRequest request, Model model) {
        model.addAttribute("refusal", RefusalText.of(answer, texts(request)));
        show(name, citizen, request, model);
        return VIEWS + "refused";
    }
}
