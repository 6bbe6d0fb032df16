package vn.dancu.bus.policy.decision;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.policy.version.DraftEditor;
import vn.dancu.bus.policy.version.PolicyCache;

@Configuration(proxyBeanMethods = false)
class DecisionWiring {

    @Bean
    AccessPolicy accessPolicy(PolicyCache policy, Quotas quotas, RelationshipCheck relationshipCheck, Clock clock) {
        return new PolicyDecider(policy, quotas, relationshipCheck, clock);
    }

    @Bean
    Explanations explanations(
            Partners partners, PolicyCache policy, DraftEditor drafts, Quotas quotas, Purposes purposes, Clock clock) {
        return new DecisionExplainer(partners, policy, drafts, quotas, purposes, clock);
    }
}
