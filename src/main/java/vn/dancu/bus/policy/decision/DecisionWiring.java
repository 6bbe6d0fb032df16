package vn.dancu.bus.policy.decision;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.consent.ConsentCheck;
import vn.dancu.bus.consent.ConsentTerms;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.ServiceGrants;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.policy.version.DraftEditor;
import vn.dancu.bus.policy.version.PolicyCache;
import vn.dancu.bus.policy.version.PolicySnapshot;

@Configuration(proxyBeanMethods = false)
class DecisionWiring {

    @Bean
    AccessPolicy accessPolicy(
            PolicyCache policy, Quotas quotas, RelationshipCheck relationships, ConsentCheck consents, Clock clock) {
        return new PolicyDecider(
                policy,
                quotas,
                new DecisionContext.PersonChecks(
                        relationships, (request, purpose) -> consentedTo(consents, request, purpose)),
                clock);
    }

    private static Set<FieldPath> consentedTo(ConsentCheck consents, AccessRequest request, Purpose purpose) {
        PersonalId person = request.person();
        return person == null ? Set.of() : consents.inForce(request.partner(), person, purpose);
    }

    @Bean
    ServiceGrants serviceGrants(PolicyCache policy) {
        return partner -> {
            PolicySnapshot snapshot = policy.current();
            return snapshot == null ? Set.of() : services(snapshot.policy().of(partner));
        };
    }

    private static Set<ServiceCode> services(PolicyContent.Entitlement rights) {
        return rights.permissions().entrySet().stream()
                .filter(one -> rights.quotas().containsKey(one.getKey())
                        && one.getValue().stream().anyMatch(it -> !it.fields().isEmpty()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    ConsentTerms consentTerms(PolicyCache policy, Purposes purposes) {
        return new GrantedConsentTerms(policy, purposes);
    }

    @Bean
    Explanations explanations(
            Partners partners, PolicyCache policy, DraftEditor drafts, Quotas quotas, Purposes purposes, Clock clock) {
        return new DecisionExplainer(partners, policy, drafts, quotas, purposes, clock);
    }
}
