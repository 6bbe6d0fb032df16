package vn.dancu.bus.desk.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Documents that came over the document axis. */
@RestController
@RequestMapping("/api/v1/admin/documents")
class ReceivedDocumentsController {

    private static final String STATES = "accepted|in_work|waiting|answered|refused|withdrawn";

    private final Documents documents;

    ReceivedDocumentsController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ReceivedDocumentResponse> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        if (state != null && !state.matches(STATES)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "state", "one of " + STATES.replace("|", ", "));
        }
        UUID before = paging.after() == null ? null : id(paging.after(), ErrorCode.FIELD_INVALID);
        List<ReceivedDocumentResponse> found = documents.list(state, before, paging.oneMore()).stream()
                .map(ReceivedDocumentResponse::of)
                .toList();
        return paging.page(found, each -> each.id().toString());
    }

    @GetMapping("/balance")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<BalanceResponse> balance() {
        return new Paging.Page<>(
                documents.balance().stream().map(BalanceResponse::of).toList(), null);
    }

    @GetMapping("/{document}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    ReceivedDocumentResponse look(@PathVariable("document") String document) {
        return documents
                .find(id(document, ErrorCode.RESOURCE_UNKNOWN))
                .map(ReceivedDocumentResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    private static UUID id(String text, ErrorCode otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BusException(otherwise, e);
        }
    }

    /** @param even whether received is the sum of the others */
    record BalanceResponse(
            String account, long received, long answered, long refused, long withdrawn, long inWork, boolean even) {

        static BalanceResponse of(DocumentBalance of) {
            return new BalanceResponse(
                    of.account(), of.received(), of.answered(), of.refused(), of.withdrawn(), of.inWork(), of.isEven());
        }
    }
}
