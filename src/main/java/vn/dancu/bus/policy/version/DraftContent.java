package vn.dancu.bus.policy.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.PolicyFlaw;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.file.GrantReader;
import vn.dancu.bus.policy.file.PolicyFileException;
import vn.dancu.bus.policy.file.PolicyFindings;

/** What was written in a draft, read by the rules of the policy file. */
record DraftContent(GrantReader reader, Partners partners) {

    private static String source(long draft, PartnerId partner) {
        return "draft " + draft + "/" + partner;
    }

    /** Everything that is wrong, of all partners. */
    List<PolicyFlaw> findings(long draft, Map<PartnerId, String> written) {
        try {
            read(draft, written);
            return List.of();
        } catch (PolicyFileException e) {
            return e.findings();
        }
    }

    /** The base with what was written over it; {@code field_invalid} with the first finding when something is wrong. */
    PolicyContent over(PolicyContent base, long draft, Map<PartnerId, String> written) {
        try {
            return base.with(read(draft, written));
        } catch (PolicyFileException e) {
            PolicyFlaw first = e.findings().get(0);
            String field = first.source() + (first.path().isEmpty() ? "" : " " + first.path());
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, first.rule()), e);
        }
    }

    /** One partner's rights. */
    PolicyContent.Entitlement read(long draft, PartnerId partner, String written) {
        String agency = partners.find(partner).map(Partner::agencyCode).orElse(null);
        return reader.read(source(draft, partner), written, agency);
    }

    private Map<PartnerId, PolicyContent.Entitlement> read(long draft, Map<PartnerId, String> written) {
        PolicyFindings findings = new PolicyFindings();
        Map<PartnerId, PolicyContent.Entitlement> entitlements = new HashMap<>();
        written.forEach((partner, text) -> {
            PolicyContent.Entitlement one = findings.attempt(() -> read(draft, partner, text));
            if (one != null) {
                entitlements.put(partner, one);
            }
        });
        findings.refuseIfAny();
        return entitlements;
    }
}
