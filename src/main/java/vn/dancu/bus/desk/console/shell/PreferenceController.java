package vn.dancu.bus.desk.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Language and colours, kept in the browser. Open to everybody, since the page of sign-in has them too. */
@Controller
class PreferenceController {

    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final LocaleResolver languages;

    PreferenceController(LocaleResolver languages) {
        this.languages = languages;
    }

    @PostMapping("/desk/language")
    String language(
            @RequestParam("to") String language,
            @RequestParam(name = "_page", required = false) @Nullable String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.setLocale(request, response, Locale.forLanguageTag(language.equals("en") ? "en" : "vi"));
        return "redirect:" + ReturnAddress.of(page);
    }

    @PostMapping("/desk/theme")
    String theme(
            @RequestParam("to") String theme,
            @RequestParam(name = "_page", required = false) @Nullable String page,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(PageModel.THEME_COOKIE, THEMES.contains(theme) ? theme : "auto")
                .path("/desk")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + ReturnAddress.of(page);
    }
}
