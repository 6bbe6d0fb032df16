package vn.dancu.bus.desk.connection;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.connection.Connections;

/** The steps that a new application would keep. */
@RestController
@RequestMapping("/api/v1/admin/connection-steps")
class ApplicationStepController {

    private final Connections connections;

    ApplicationStepController(Connections connections) {
        this.connections = connections;
    }

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    PlanResponse steps() {
        return PlanResponse.of(connections.plan());
    }
}
