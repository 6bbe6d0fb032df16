package vn.dancu.bus.policy.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.consent.ConsentTerms;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.version.PolicyCache;
import vn.dancu.bus.policy.version.PolicySnapshot;

/** For what the published version lets a partner ask consent. */
final class GrantedConsentTerms implements ConsentTerms {

    private final PolicyCache policies;
    private final Purposes purposes;

    GrantedConsentTerms(PolicyCache policies, Purposes purposes) {
        this.policies = policies;
        this.purposes = purposes;
    }

    @Override
    public Optional<Terms> of(PartnerId partner, Purpose purpose) {
        PolicySnapshot snapshot = policies.current();
        Set<FieldPath> fields = new LinkedHashSet<>();
        if (snapshot != null) {
            snapshot.policy().of(partner).permissions().values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.terms().needsConsent() && one.purpose().equals(purpose))
                    .forEach(one -> fields.addAll(one.fields()));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(terms(fields, purpose));
    }

    private Terms terms(Set<FieldPath> fields, Purpose purpose) {
        return purposes.find(purpose)
                .map(entry -> new Terms(fields, entry.name(), entry.nameEn()))
                .orElseGet(() -> new Terms(fields, purpose.value(), purpose.value()));
    }
}
