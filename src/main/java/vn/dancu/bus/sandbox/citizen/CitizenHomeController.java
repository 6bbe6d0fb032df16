package vn.dancu.bus.sandbox.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.sandbox.signin.MockSignIn;

/** The first page, sign-in and sign-out. */
@Controller
@Profile("sandbox")
@RequestMapping(MockSignIn.PORTAL_PAGE)
class CitizenHomeController {

    private static final String HOME = "redirect:" + MockSignIn.PORTAL_PAGE;
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final IssuerSignIn issuers;
    private final CitizenPages pages;
    private final HttpSettings http;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    CitizenHomeController(IssuerSignIn issuers, CitizenPages pages, HttpSettings http) {
        this.issuers = issuers;
        this.pages = pages;
        this.http = http;
    }

    @GetMapping
    String home(
            @AuthenticationPrincipal @Nullable CitizenSession citizen,
            @RequestParam(name = "failed", required = false) @Nullable String failed,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("failed", failed != null);
        return pages.show("home", citizen, request, model);
    }

    @GetMapping("/citizen.css")
    ResponseEntity<byte[]> style() throws IOException {
        byte[] style = new ClassPathResource("templates/sandbox/citizen.css").getContentAsByteArray();
        return ResponseEntity.ok().contentType(CSS).body(style);
    }

    @GetMapping("/language/{language}")
    String language(@PathVariable("language") String language, HttpServletRequest request) {
        pages.speak(request, language);
        return HOME;
    }

    /** The address of the issuer is a setting: nothing of the request decides where it leads. */
    @GetMapping("/sign-in/{issuer}")
    String begin(@PathVariable("issuer") String issuer, HttpServletRequest request, HttpServletResponse response) {
        return issuers.knows(issuer) ? "redirect:" + issuers.begin(issuer, request, response) : HOME;
    }

    @GetMapping("/signed-in/{issuer}")
    String finish(@PathVariable("issuer") String issuer, HttpServletRequest request, HttpServletResponse response) {
        Optional<CitizenSession> citizen = issuers.finish(issuer, request, response);
        if (citizen.isEmpty()) {
            return HOME + "?failed";
        }
        renew(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(citizen.get(), null, List.of()));
        contexts.saveContext(context, request, response);
        return HOME + "/record";
    }

    @PostMapping("/sign-out")
    String leave(@AuthenticationPrincipal CitizenSession citizen, HttpServletRequest request) {
        renew(request);
        return "redirect:" + issuers.leave(citizen, http.addressOf(MockSignIn.PORTAL_PAGE));
    }

    /** A new session with nothing of the old one but the language: one that somebody planted is worthless. */
    private void renew(HttpServletRequest request) {
        boolean vietnamese = pages.isVietnamese(request);
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        pages.speak(request, vietnamese ? "vi" : "en");
    }
}
