package vn.dancu.bus.sandbox.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sandbox.guide.PeopleKind;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;
import vn.dancu.bus.sandbox.guide.SyntheticPerson;

/** The portal for whoever tries the sandbox, without sign-in: send a document, see its statuses, read the answer. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/portal")
class PortalController {

    private static final int MAX_RUN = 1000;

    private final AskingDocument asking;
    private final PortalLedger ledger;
    private final PortalInbox inbox;
    private final PortalRounds rounds;
    private final SyntheticPeople people;

    PortalController(
            AskingDocument asking,
            PortalLedger ledger,
            PortalInbox inbox,
            PortalRounds rounds,
            SyntheticPeople people) {
        this.asking = asking;
        this.ledger = ledger;
        this.inbox = inbox;
        this.rounds = rounds;
        this.people = people;
    }

    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    PortalDocumentResponse send(HttpServletRequest request) {
        PortalDocumentRequest asked = StrictJsonBody.OF_PARTNERS.read(request, PortalDocumentRequest.class);
        return PortalDocumentResponse.of(asking.make(
                new AskingDocument.Subject(asked.soDinhDanh(), asked.hoVaTen(), asked.ngaySinh(), asked.dichVu())));
    }

    @GetMapping("/documents/{id}")
    PortalDocumentResponse document(@PathVariable("id") String id) {
        return PortalDocumentResponse.of(find(id));
    }

    /** A file of a document: what was sent, the answer, and what is attached to it. */
    @GetMapping("/documents/{id}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable("id") String id, @PathVariable("name") String name) {
        PortalDocument document = find(id);
        if (!name.equals(AskingDocument.FILE) && !document.files().contains(name)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return ResponseEntity.ok().contentType(typeOf(name)).body(ledger.read(document.id(), name));
    }

    /** Sends one document each about that many people. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PortalBalanceResponse run(@RequestParam(value = "documents", defaultValue = "") String documents) {
        int count = number(documents);
        for (SyntheticPerson person : people.list(PeopleKind.ALL, count)) {
            asking.make(new AskingDocument.Subject(person.soDinhDanh(), person.hoVaTen(), person.ngaySinh(), null));
        }
        return balance();
    }

    @GetMapping("/balance")
    PortalBalanceResponse balance() {
        return PortalBalanceResponse.of(ledger.all(), inbox.strays(), rounds.failures());
    }

    private PortalDocument find(String id) {
        return ledger.find(id).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private static MediaType typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> MediaType.APPLICATION_PDF;
            case "json" -> MediaType.APPLICATION_JSON;
            default -> MediaType.APPLICATION_XML;
        };
    }

    private static int number(String documents) {
        if (!documents.matches("[0-9]{1,4}")
                || Integer.parseInt(documents) < 1
                || Integer.parseInt(documents) > MAX_RUN) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "documents", "a whole number from 1 to " + MAX_RUN);
        }
        return Integer.parseInt(documents);
    }

    /** About whom to ask; properties as in a question to the bus. */
    private record PortalDocumentRequest(String soDinhDanh, String hoVaTen, String ngaySinh, @Nullable String dichVu) {}

    /** A document as its sender sees it. */
    private record PortalDocumentResponse(
            String id,
            String state,
            Instant made,
            List<PortalDocument.Status> statuses,
            @Nullable String answer,
            List<String> files,
            List<String> flaws) {

        static PortalDocumentResponse of(PortalDocument document) {
            return new PortalDocumentResponse(
                    document.id(),
                    document.state().name().toLowerCase(Locale.ROOT),
                    document.made(),
                    document.statuses(),
                    document.answerId(),
                    document.files(),
                    document.flaws());
        }
    }

    /**
     * All documents of the portal: {@code made = answered + refused + waiting}.
     *
     * @param repeats messages that came more than once
     * @param strays messages that name no document of the portal
     * @param failures calls to the axis that failed and were tried again
     */
    private record PortalBalanceResponse(
            int made, long answered, long refused, long waiting, long flawed, int repeats, int strays, int failures) {

        static PortalBalanceResponse of(List<PortalDocument> documents, int strays, int failures) {
            long answered = count(documents, PortalDocument.State.ANSWERED);
            long refused = count(documents, PortalDocument.State.REFUSED);
            return new PortalBalanceResponse(
                    documents.size(),
                    answered,
                    refused,
                    documents.size() - answered - refused,
                    documents.stream()
                            .filter(document -> !document.flaws().isEmpty())
                            .count(),
                    documents.stream().mapToInt(PortalDocument::repeats).sum(),
                    strays,
                    failures);
        }

        private static long count(List<PortalDocument> documents, PortalDocument.State state) {
            return documents.stream()
                    .filter(document -> document.state() == state)
                    .count();
        }
    }
}
