package vn.dancu.bus.desk.console.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.probe.RecordedTests;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.probe.ConnectionReport;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.sms.OperatorStates;

/** The connections of the settings, and the last test of each on the instance that serves the page. */
@Controller
class ConnectionPageController {

    private static final String LIST = "/desk/connections";

    private final RecordedTests tests;
    private final OperatorStates operators;

    ConnectionPageController(RecordedTests tests, OperatorStates operators) {
        this.tests = tests;
        this.operators = operators;
    }

    /** A line of the list; {@code report} is null before the first test. */
    record Line(TestedConnection connection, @Nullable ConnectionReport report) {}

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(Actor actor, Model model) {
        List<Line> lines = tests.list().stream()
                .map(one -> new Line(one, tests.last(one.name()).orElse(null)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("operators", operators.list());
        model.addAttribute("mayTest", actor.has(Role.OPERATOR));
        return "desk/connection/connections";
    }

    @GetMapping(LIST + "/{connection}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String show(@PathVariable("connection") String name, Actor actor, Model model) {
        TestedConnection connection = tests.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        model.addAttribute("one", connection);
        model.addAttribute("report", tests.last(name).orElse(null));
        model.addAttribute("mayTest", actor.has(Role.OPERATOR));
        return "desk/connection/connection";
    }

    @PostMapping(LIST + "/{connection}/test")
    @Allowed(Role.OPERATOR)
    String test(@PathVariable("connection") String name, Actor by) {
        return "redirect:" + LIST + "/" + tests.test(by, name).connection().name();
    }
}
