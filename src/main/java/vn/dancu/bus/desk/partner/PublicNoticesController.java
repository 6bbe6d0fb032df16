package vn.dancu.bus.desk.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.partner.suspension.Suspension;
import vn.dancu.bus.partner.suspension.SuspensionGround;
import vn.dancu.bus.partner.suspension.Suspensions;

/** What everybody may know: maintenance and force majeure, planned, running and of the last 90 days. */
@RestController
class PublicNoticesController {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Suspensions suspensions;
    private final Clock clock;

    PublicNoticesController(Suspensions suspensions, Clock clock) {
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @GetMapping("/api/v1/notices")
    ResponseEntity<PublicNoticesResponse> notices() {
        Instant now = clock.instant();
        List<PublicNoticeResponse> items = suspensions.announced().stream()
                .map(it -> PublicNoticeResponse.of(it, ground(it), now))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new PublicNoticesResponse(items));
    }

    private @Nullable SuspensionGround ground(Suspension suspension) {
        return suspensions.grounds().suspension().stream()
                .filter(it -> it.code().equals(suspension.ground()))
                .findFirst()
                .orElse(null);
    }

    record PublicNoticesResponse(List<PublicNoticeResponse> items) {}

    /**
     * @param state scheduled, running, ended, resumed or cancelled
     * @param until the expected recovery; absent when it is not known
     */
    record PublicNoticeResponse(
            UUID id,
            String ground,
            String vi,
            String en,
            String state,
            Instant announcedAt,
            Instant since,
            @Nullable Instant until,
            String reason,
            @Nullable Instant closedAt) {

        static PublicNoticeResponse of(Suspension one, @Nullable SuspensionGround ground, Instant now) {
            Suspension.Closing closing = one.closing();
            return new PublicNoticeResponse(
                    one.id(),
                    one.ground(),
                    ground == null ? one.ground() : ground.vietnamese(),
                    ground == null ? one.ground() : ground.english(),
                    one.stateAt(now).name().toLowerCase(Locale.ROOT),
                    one.orderedAt(),
                    one.since(),
                    one.until(),
                    one.reason(),
                    closing == null ? null : closing.at());
        }
    }
}
