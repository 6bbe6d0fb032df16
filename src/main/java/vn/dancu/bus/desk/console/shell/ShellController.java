package vn.dancu.bus.desk.console.shell;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Addresses of the console that are no page. */
@Controller
class ShellController {

    /** A form that was left open longer than its session, or that another site made. */
    @RequestMapping("/desk/form-expired")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String expired(Model model) {
        model.addAttribute("code", "form_expired");
        model.addAttribute("field", "");
        model.addAttribute("rule", "");
        return "desk/shell/refusal";
    }

    @GetMapping("/desk/**")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String unknown() {
        throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }
}
