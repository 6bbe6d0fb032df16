package vn.dancu.bus.desk.expiry;

import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.kernel.Role;

/** What ends by itself, what ends first at the top. */
@RestController
@RequestMapping("/api/v1/admin/certificates")
class ExpiryController {

    private final Expiries expiries;

    ExpiryController(Expiries expiries) {
        this.expiries = expiries;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ExpiryResponse> list() {
        Instant now = expiries.now();
        return new Paging.Page<>(
                expiries.list().stream()
                        .map(item -> ExpiryResponse.of(item, now))
                        .toList(),
                null);
    }
}
