package vn.dancu.bus.gateway.rest;

import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this instance may get requests, for load balancers. Why not is said on the management port alone. */
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class HealthController {

    private final HealthEndpoint health;
    private final HttpCodeStatusMapper codes;

    HealthController(HealthEndpoint health, HttpCodeStatusMapper codes) {
        this.health = health;
        this.codes = codes;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> status() {
        Status status = health.health().getStatus();
        return ResponseEntity.status(codes.getStatusCode(status))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", status.getCode()));
    }
}
