package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.rest.ListDocuments.ListEventsResponse;
import vn.dancu.bus.gateway.rest.ListDocuments.ListOrderRequest;
import vn.dancu.bus.gateway.rest.ListDocuments.ListRequestResponse;
import vn.dancu.bus.gateway.rest.ListDocuments.ListRequestsResponse;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.partner.Partner;

/** A partner asks for lists of people, sees how far they are, and fetches them. */
@RestController
@RequestMapping("/api/v1/list-requests")
class ListRequestController {

    private final ListRequests requests;

    ListRequestController(ListRequests requests) {
        this.requests = requests;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListRequestResponse ask(HttpServletRequest request, Authentication asker) {
        ListOrderRequest asked = StrictJsonBody.OF_PARTNERS.read(request, ListOrderRequest.class);
        Partner partner = (Partner) Objects.requireNonNull(asker.getDetails());
        String issue = CallerHeaders.of(request).issue();
        return ListRequestResponse.of(requests.ask(partner, asked.order(issue)));
    }

    @GetMapping
    ListRequestsResponse list(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            Principal partner) {
        PagePart part = PagePart.of(cursor, limit, ListRequests.MOST);
        UUID after = part.cursor() == null ? null : id(part.cursor());
        List<ListRequest> found = requests.list(id(partner), after, part.limit());
        return ListRequestsResponse.of(found, part.limit());
    }

    @GetMapping("/{id}")
    ListRequestResponse one(@PathVariable("id") String id, Principal partner) {
        return ListRequestResponse.of(requests.find(id(partner), id(id)));
    }

    @GetMapping("/{id}/history")
    ListEventsResponse history(@PathVariable("id") String id, Principal partner) {
        return ListEventsResponse.of(requests.history(id(partner), id(id)));
    }

    @DeleteMapping("/{id}")
    ListRequestResponse delete(@PathVariable("id") String id, Principal partner) {
        return ListRequestResponse.of(requests.delete(id(partner), id(id)));
    }

    /** The lines of a page are JSON objects already. */
    @GetMapping("/{id}/records")
    void records(
            @PathVariable("id") String id,
            @RequestParam(name = "page", required = false) @Nullable String page,
            HttpServletResponse response,
            Principal partner)
            throws IOException {
        int number = page == null ? 1 : number(page);
        String lines = requests.page(id(partner), id(id), number).strip();
        String body = "{\"trang\":" + number + ",\"banGhi\":[" + lines.replace('\n', ',') + "]}";
        response.setContentType(JsonAnswer.JSON.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}/file")
    void file(@PathVariable("id") String id, HttpServletResponse response, Principal partner) throws IOException {
        ListRequests.Download download = requests.download(id(partner), id(id));
        try (InputStream content = download.content()) {
            response.setContentType("application/pgp-encrypted");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + download.file().name() + "\"");
            response.setContentLengthLong(download.file().length());
            content.transferTo(response.getOutputStream());
        }
    }

    private static PartnerId id(Principal partner) {
        return new PartnerId(partner.getName());
    }

    private static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "id", "an id as the bus gave it");
        }
        return UUID.fromString(text);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "page", "1 to the number of pages");
        }
        return Integer.parseInt(text);
    }
}
