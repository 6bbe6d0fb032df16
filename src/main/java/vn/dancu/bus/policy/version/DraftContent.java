package vn.dancu.bus.policy.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.policy.PolicyFlaw;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.file.GrantReader;
import vn.dancu.bus.policy.file.PolicyFileException;
import vn.dancu.bus.policy.file.PolicyFindings;

/** What was written in a draft, read by the rules of the policy file. */
final class DraftContent {

    static String source(long draft, PartnerId partner) {
        return "draft " + draft + "/" + partner;
    }

    /** Everything that is wrong, of all partners. */
    static List<PolicyFlaw> findings(GrantReader reader, long draft, Map<PartnerId, String> written) {
        try {
            read(reader, draft, written);
            return List.of();
        } catch (PolicyFileException e) {
            return e.findings();
        }
    }

    /** The base with what was written over it; {@code field_invalid} with the first finding when something is wrong. */
    static PolicyContent over(PolicyContent base, GrantReader reader, long draft, Map<PartnerId, String> written) {
        try {
            return base.with(read(reader, draft, written));
        } catch (PolicyFileException e) {
            PolicyFlaw first = e.findings().get(0);
            String field = first.source() + (first.path().isEmpty() ? "" : " " + first.path());
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, first.rule()), e);
        }
    }

    private static Map<PartnerId, PolicyContent.Entitlement> read(
            GrantReader reader, long draft, Map<PartnerId, String> written) {
        PolicyFindings findings = new PolicyFindings();
        Map<PartnerId, PolicyContent.Entitlement> entitlements = new HashMap<>();
        written.forEach((partner, text) -> {
            PolicyContent.Entitlement one = findings.attempt(() -> reader.read(source(draft, partner), text));
            if (one != null) {
                entitlements.put(partner, one);
            }
        });
        findings.refuseIfAny();
        return entitlements;
    }

    private DraftContent() {}
}
