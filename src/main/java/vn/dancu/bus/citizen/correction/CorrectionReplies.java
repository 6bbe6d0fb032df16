package vn.dancu.bus.citizen.correction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.ReplyListener;
import vn.dancu.bus.kernel.Actor;

/** What the agency reports of a request, and its answer. */
final class CorrectionReplies implements ReplyListener {

    private static final int MAX_CODE = 16;

    private final JdbcCorrections corrections;
    private final CorrectionTexts texts;
    private final ClaimChecks claims;
    private final Acts acts;

    CorrectionReplies(JdbcCorrections corrections, CorrectionTexts texts, ClaimChecks claims, Acts acts) {
        this.corrections = corrections;
        this.texts = texts;
        this.claims = claims;
        this.acts = acts;
    }

    @Override
    public boolean sent(UUID documentId, String agency) {
        return corrections.hold(documentId, agency).isPresent();
    }

    @Override
    public void reported(UUID documentId, String code, Instant at) {
        corrections.find(documentId).ifPresent(stored -> {
            CorrectionState state = stored.state().after(code);
            String kept = code.length() <= MAX_CODE ? code : code.substring(0, MAX_CODE);
            corrections.report(stored.number(), state, kept, at);
            if (state == CorrectionState.REJECTED && stored.state() != state) {
                record(stored, "citizen.correction_rejected");
            }
        });
    }

    /** An agency may answer again, such as after a first answer that asked for papers; the last one counts. */
    @Override
    public void replied(UUID documentId, Reply reply) {
        corrections.find(documentId).ifPresent(stored -> {
            claims.keep(reply.content(), stored.holder());
            StoredCorrection.StoredAnswer before = stored.answer();
            ClaimCheck content = reply.content();
            corrections.answer(
                    stored.number(),
                    texts.seal(new CorrectionTexts.Words(reply.subject(), reply.text())),
                    content,
                    reply.receivedAt());
            if (before != null && !before.reply().equals(content)) {
                claims.release(before.reply(), stored.holder());
            }
            record(stored, "citizen.correction_answered");
        });
    }

    private void record(StoredCorrection stored, String action) {
        acts.record(new Act(
                Actor.BUS,
                action,
                null,
                "correction/" + stored.number(),
                Map.of("agency", stored.agency()),
                stored.personHash()));
    }
}
