package vn.dancu.bus.desk.probe;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.probe.ConnectionReport;

/** The connections of the settings, and their tests. */
@RestController
@RequestMapping("/api/v1/admin/connections")
class ConnectionTestController {

    private final RecordedTests tests;

    ConnectionTestController(RecordedTests tests) {
        this.tests = tests;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ConnectionResponse> list() {
        return new Paging.Page<>(
                tests.list().stream()
                        .map(one -> ConnectionResponse.of(
                                one, tests.last(one.name()).orElse(null)))
                        .toList(),
                null);
    }

    @PostMapping("/{connection}/test")
    @Allowed(Role.OPERATOR)
    ConnectionResponse test(Actor by, @PathVariable("connection") String name) {
        ConnectionReport report = tests.test(by, name);
        return ConnectionResponse.of(report.connection(), report);
    }
}
