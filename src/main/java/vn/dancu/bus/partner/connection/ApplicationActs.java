package vn.dancu.bus.partner.connection;

import java.util.Map;
import java.util.TreeMap;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;

/** Records every move in the audit trail, with the person and the evidence. */
final class ApplicationActs {

    private final Acts acts;

    ApplicationActs(Acts acts) {
        this.acts = acts;
    }

    void record(ApplicationProgress after, ApplicationMove move, Actor by) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("state", after.state().code());
        after.state().step().ifPresent(step -> detail.put("next", step));
        detail.put("plan", after.plan());
        if (move.role() != null) {
            detail.put("role", move.role().code());
        }
        if (move.reason() != null) {
            detail.put("reason", move.reason());
        }
        for (DocumentEvidence one : move.evidence()) {
            detail.put("document." + one.document(), text(one));
        }
        acts.record(new Act(by, action(move.kind()), after.applicant().partner(), "step/" + move.step(), detail));
    }

    private static String text(DocumentEvidence one) {
        String until = one.validUntil() == null ? "" : ", until " + one.validUntil();
        return one.reference() + ", " + one.issuedOn() + until + ", sha256 " + one.sha256();
    }

    private static String action(ApplicationMove.Kind kind) {
        return switch (kind) {
            case APPLIED -> "connection.applied";
            case SUBMITTED -> "connection.documents_submitted";
            case APPROVED -> "connection.step_approved";
            case SENT_BACK -> "connection.documents_returned";
            case REFUSED -> "connection.refused";
        };
    }
}
