package vn.dancu.bus.desk.console.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.SignInMethods;
import vn.dancu.bus.kernel.ErrorCode;

/** The page on which somebody signs in. */
@Controller
class SignInController {

    private final SignInMethods ways;
    private final ProviderRegistration provider;

    SignInController(SignInMethods ways, ProviderRegistration provider) {
        this.ways = ways;
        this.provider = provider;
    }

    @GetMapping("/desk/sign-in")
    String page(
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "left", required = false) @Nullable String left,
            HttpServletRequest request,
            Model model) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/desk";
        }
        boolean known =
                Arrays.stream(ErrorCode.values()).anyMatch(code -> code.code().equals(problem));
        model.addAttribute("refusal", known ? problem : "");
        model.addAttribute("left", left != null);
        model.addAttribute("byPassword", ways.passwords() != null);
        model.addAttribute("byProvider", provider.isConfigured());
        return "desk/session/sign-in";
    }

    /** Goes to the provider, or says that it is away. */
    @GetMapping("/desk/sign-in/provider")
    String provider() {
        return provider.isReachable()
                ? "redirect:/desk/oidc/" + ProviderRegistration.ID
                : "redirect:/desk/sign-in?problem=" + ErrorCode.SIGN_IN_UNAVAILABLE.code();
    }
}
