package vn.dancu.bus.desk.sms;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.sms.OperatorStates;

/** The operators of text messages: bound or not, and what waits. */
@RestController
class SmsOperatorController {

    private final OperatorStates states;

    SmsOperatorController(OperatorStates states) {
        this.states = states;
    }

    @GetMapping("/api/v1/admin/sms-operators")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<SmsOperatorResponse> list() {
        return new Paging.Page<>(
                states.list().stream().map(SmsOperatorResponse::of).toList(), null);
    }
}
