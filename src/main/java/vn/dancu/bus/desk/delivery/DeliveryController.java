package vn.dancu.bus.desk.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** What lies in the outbox; an operator puts dead letters back. */
@RestController
@RequestMapping("/api/v1/admin")
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/deliveries")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<DeliveryResponse> list(
            @RequestParam(name = "channel", required = false) @Nullable String channel,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<DeliveryResponse> found = deliveries
                .list(filter(channel, state, partner), after == null ? null : id("after", after), paging.oneMore())
                .stream()
                .map(DeliveryResponse::of)
                .toList();
        return paging.page(found, delivery -> delivery.id().toString());
    }

    @GetMapping("/deliveries/{id}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    DeliveryResponse show(@PathVariable("id") String id) {
        Delivery found = deliveries.find(id("id", id)).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        return DeliveryResponse.of(found);
    }

    @PostMapping("/deliveries/{id}/put-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void putBack(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        String reason = ActReason.checked(
                "reason",
                StrictJsonBody.OF_ADMINISTRATION
                        .read(request, ReasonRequest.class)
                        .reason());
        deliveries.putBack(by, id("id", id), reason);
    }

    @GetMapping("/delivery-balances")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<Deliveries.Balance> balances() {
        return new Paging.Page<>(deliveries.balances(), null);
    }

    private static Deliveries.Filter filter(
            @Nullable String channel, @Nullable String state, @Nullable String partner) {
        if (channel != null && !OutboundMessage.isChannel(channel)) {
            throw invalid("channel", "the name of a channel");
        }
        if (partner != null && !PartnerId.isValid(partner)) {
            throw invalid("partner", "the id of a partner");
        }
        return new Deliveries.Filter(
                channel, state == null ? null : stateOf(state), partner == null ? null : new PartnerId(partner));
    }

    private static DeliveryState.Name stateOf(String text) {
        return Arrays.stream(DeliveryState.Name.values())
                .filter(name -> name.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("state", "one of " + Arrays.toString(DeliveryState.Name.values())));
    }

    private static UUID id(String field, String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw invalid(field, "an id as the bus gave it");
        }
        return UUID.fromString(text);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
