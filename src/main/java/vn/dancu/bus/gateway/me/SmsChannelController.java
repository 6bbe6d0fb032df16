package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.SmsChannel;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.http.StrictJsonBody;

/** Whether the citizen may be asked about by text message; here it is opened again, which a text message cannot do. */
@RestController
@RequestMapping("/api/v1/me/sms")
class SmsChannelController {

    private final SmsChannel channel;

    SmsChannelController(SmsChannel channel) {
        this.channel = channel;
    }

    @GetMapping
    SmsChannelResponse channel(VerifiedCitizen citizen) {
        return SmsChannelResponse.of(channel.state(citizen));
    }

    @PutMapping
    SmsChannelResponse change(VerifiedCitizen citizen, HttpServletRequest request) {
        boolean open = StrictJsonBody.OF_PARTNERS
                .read(request, SmsChannelRequest.class)
                .mo();
        return SmsChannelResponse.of(open ? channel.reopen(citizen) : channel.stop(citizen));
    }

    /** @param mo whether it is to be open */
    private record SmsChannelRequest(boolean mo) {}

    /**
     * How the channel stands.
     *
     * @param mo whether it is open
     * @param ngungTu since when the citizen has stopped it
     * @param khoaDen until when wrong codes have locked it
     */
    private record SmsChannelResponse(boolean mo, @Nullable Instant ngungTu, @Nullable Instant khoaDen) {

        static SmsChannelResponse of(SmsChannel.State state) {
            return new SmsChannelResponse(state.isOpen(), state.stoppedAt(), state.lockedUntil());
        }
    }
}
