package vn.dancu.bus.partner.connection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/** What must be true of the documents of an application. */
final class DocumentRules {

    /** Each is one that the step asks for, is dated, and still holds. */
    static void requireFitting(
            Application application, ConnectionStep step, List<DocumentEvidence> evidence, LocalDate today) {
        List<String> asked = step.required(application.progress().applicant().throughPlatform()).stream()
                .map(ConnectionStep.Document::id)
                .toList();
        Set<String> seen = new HashSet<>();
        for (DocumentEvidence one : evidence) {
            if (!asked.contains(one.document())) {
                throw invalid("document", asked.isEmpty() ? "none at this step" : "one of " + String.join(", ", asked));
            }
            if (!seen.add(one.document())) {
                throw invalid("document", "each document once");
            }
            if (one.issuedOn().isAfter(today)) {
                throw invalid("issuedOn", "not after today, of document " + one.document());
            }
            if (isOver(one, today)) {
                throw invalid("validUntil", "not before today, of document " + one.document());
            }
        }
    }

    /** Whatever the step asks for has been handed in, now or before. */
    static void requireComplete(Application application, ConnectionStep step, List<DocumentEvidence> added) {
        Map<String, DocumentEvidence> there = byDocument(application.evidence(step.id()));
        there.putAll(byDocument(added));
        for (ConnectionStep.Document document :
                step.required(application.progress().applicant().throughPlatform())) {
            if (!there.containsKey(document.id())) {
                throw missing(document, "must be handed in at step " + step.id());
            }
        }
    }

    /** Nobody is connected on papers that are incomplete or no longer hold. */
    static void requireForGoLive(Application application, LocalDate today) {
        boolean through = application.progress().applicant().throughPlatform();
        for (ConnectionStep step : application.plan().untilGoLive()) {
            Map<String, DocumentEvidence> there = byDocument(application.evidence(step.id()));
            for (ConnectionStep.Document document : step.required(through)) {
                DocumentEvidence one = there.get(document.id());
                if (one == null) {
                    throw missing(document, "must be handed in at step " + step.id());
                }
                if (isOver(one, today)) {
                    throw document.id().equals(ConnectionStep.AGREEMENT)
                            ? new BusException(ErrorCode.AGREEMENT_EXPIRED, null)
                            : missing(document, "must be handed in again, it is no longer valid");
                }
            }
        }
    }

    /** The last day of the agreement; null for one without an end. */
    static @Nullable LocalDate agreementEnds(Application application) {
        return application.plan().steps().stream()
                .flatMap(step -> application.evidence(step.id()).stream())
                .filter(it -> it.document().equals(ConnectionStep.AGREEMENT))
                .map(DocumentEvidence::validUntil)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, DocumentEvidence> byDocument(List<DocumentEvidence> evidence) {
        Map<String, DocumentEvidence> byDocument = new HashMap<>();
        evidence.forEach(it -> byDocument.put(it.document(), it));
        return byDocument;
    }

    private static boolean isOver(DocumentEvidence one, LocalDate today) {
        return one.validUntil() != null && one.validUntil().isBefore(today);
    }

    private static BusException missing(ConnectionStep.Document document, String rule) {
        return BusException.of(ErrorCode.EVIDENCE_MISSING, document.id(), rule);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    private DocumentRules() {}
}
