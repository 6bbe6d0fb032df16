package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.ChangePage;
import vn.dancu.bus.feed.PushReceipts;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** A partner reads what changed about the people whom it follows. */
@RestController
class ChangeController {

    private final ChangeFeed feed;
    private final PushReceipts receipts;

    ChangeController(ChangeFeed feed, PushReceipts receipts) {
        this.feed = feed;
        this.receipts = receipts;
    }

    @GetMapping("/api/v1/changes")
    ChangesResponse changes(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            Principal partner) {
        ChangePage page = feed.after(
                new PartnerId(partner.getName()),
                cursor(after),
                PagePart.of(null, limit, ChangeFeed.MAX_PAGE).limit());
        return new ChangesResponse(
                page.events().stream()
                        .map(event -> new RawValue(new String(event.json(), StandardCharsets.UTF_8)))
                        .toList(),
                page.next().text(),
                page.hasMore());
    }

    @PostMapping("/api/v1/changes/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(HttpServletRequest request, Principal partner) {
        receipts.take(
                new PartnerId(partner.getName()),
                StrictJsonBody.OF_PARTNERS.read(request, ReceiptRequest.class).bienNhan());
    }

    private record ReceiptRequest(String bienNhan) {}

    private static ChangeCursor cursor(@Nullable String after) {
        return after == null
                ? ChangeCursor.START
                : ChangeCursor.of(after)
                        .orElseThrow(() -> BusException.of(
                                ErrorCode.FIELD_INVALID, "after", "tiepTheo of the answer before, 16 letters"));
    }

    /** Events as they stand on Kafka too. */
    private record ChangesResponse(
            @JsonProperty("suKien") List<RawValue> events,
            @JsonProperty("tiepTheo") String next,
            @JsonProperty("conNua") boolean hasMore) {}
}
