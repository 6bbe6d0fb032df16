package vn.dancu.bus.policy.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.content.PolicyContent;

/** Reads the policy file; whatever is malformed, unknown or contradictory is refused with file, line and rule. */
public final class PolicyFileReader {

    private static final Set<String> PARTNER_KEYS = Stream.concat(
                    Stream.of("id", "name", "agencyCode", "dialect", "state", "secret"), GrantReader.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Partner.State> STATES = Map.of(
            "active", Partner.State.ACTIVE,
            "suspended", Partner.State.SUSPENDED,
            "terminated", Partner.State.TERMINATED);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    private final GrantReader grants;
    private final KnownDialects dialects;
    private final Environment environment;

    PolicyFileReader(GrantReader grants, KnownDialects dialects, Environment environment) {
        this.grants = grants;
        this.dialects = dialects;
        this.environment = environment;
    }

    /** Where {@code ${NAME}} in a secret comes from. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String valueOf(String name);
    }

    public PolicyFile read(String name, String text) {
        PolicyFindings findings = new PolicyFindings();
        List<Enrolment> partners = new ArrayList<>();
        Map<PartnerId, PolicyContent.Entitlement> entitlements = new HashMap<>();
        findings.attempt(() -> {
            YamlPlace root = YamlPlace.of(name, text, findings::add);
            for (YamlPlace place :
                    root.required(root.keys(Set.of("partners")), "partners").items()) {
                findings.attempt(() -> one(place, partners, entitlements, findings));
            }
            return true;
        });
        findings.refuseIfAny();
        return new PolicyFile(partners, new PolicyContent(entitlements), Set.copyOf(entitlements.keySet()));
    }

    private Boolean one(
            YamlPlace place,
            List<Enrolment> partners,
            Map<PartnerId, PolicyContent.Entitlement> entitlements,
            PolicyFindings findings) {
        Map<String, YamlPlace> keys = place.keys(PARTNER_KEYS);
        Partner partner = findings.attempt(() -> partner(place, keys));
        String secret = findings.attempt(() -> secret(place.required(keys, "secret")));
        PolicyContent.Entitlement entitlement =
                grants.read(place, keys, partner == null ? null : partner.agencyCode(), findings);
        if (partner != null && entitlements.put(partner.id(), entitlement) != null) {
            throw place.required(keys, "id").broken("is the id of another partner of this file already");
        }
        if (partner != null && secret != null) {
            partners.add(new Enrolment(partner, secret));
        }
        return true;
    }

    private Partner partner(YamlPlace place, Map<String, YamlPlace> keys) {
        YamlPlace dialect = place.required(keys, "dialect");
        if (!dialects.knows(dialect.text())) {
            throw dialect.broken("must be a dialect that the bus speaks");
        }
        YamlPlace state = place.required(keys, "state");
        Partner.State known = STATES.get(state.text().toLowerCase(Locale.ROOT));
        if (known == null) {
            throw state.broken("must be active, suspended or terminated");
        }
        return new Partner(
                place.required(keys, "id").as(PartnerId::new),
                place.required(keys, "name").text(),
                place.required(keys, "agencyCode").as(AgencyCode::of).value(),
                dialect.text(),
                known);
    }

    /** The error never repeats the secret, only the name of what is missing. */
    private String secret(YamlPlace place) {
        UnaryOperator<String> value = name -> {
            String found = environment.valueOf(name);
            if (found == null || found.isBlank()) {
                throw place.broken("takes its value from " + name + ", which the environment does not have");
            }
            return found;
        };
        return PLACEHOLDER
                .matcher(place.text())
                .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }
}
