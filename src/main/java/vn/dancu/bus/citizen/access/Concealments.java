package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.audit.inspection.PersonEvents.Concealment;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;

/** The rules of disclosure for the systems that there are now. */
final class Concealments {

    private static final int PAGE = 500;

    private final DisclosureRules rules;
    private final Partners partners;
    private final Authorities authorities;

    Concealments(DisclosureRules rules, Partners partners, Authorities authorities) {
        this.rules = rules;
        this.partners = partners;
        this.authorities = authorities;
    }

    List<DisclosureRule> rules() {
        return rules.all();
    }

    /** What is hidden at that time. */
    List<Concealment> at(Instant now) {
        return rules.all().stream()
                .flatMap(rule -> concealment(rule, rule.hiddenSince(now)).stream())
                .toList();
    }

    /** What the rule hides that occurred at that moment or later; empty when it is about systems of which there are none. */
    Optional<Concealment> concealment(DisclosureRule rule, Instant since) {
        Set<String> systems = systems(rule.who());
        return systems.isEmpty() && !rule.who().isEverybody()
                ? Optional.empty()
                : Optional.of(rule.concealment(systems, since));
    }

    private Set<String> systems(DisclosureRule.Who who) {
        Set<String> codes =
                Stream.concat(who.authorities().stream(), ofKinds(who.kinds())).collect(Collectors.toUnmodifiableSet());
        Stream<String> theirs = partners.all().stream()
                .filter(partner -> isOf(AgencyCode.of(partner.agencyCode()).value(), codes))
                .map(partner -> partner.id().value());
        // A system that a rule names stays hidden although it is none any more.
        return Stream.concat(who.partners().stream(), theirs).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is one of them, or of a body below one. */
    private static boolean isOf(String agency, Set<String> codes) {
        return codes.stream().anyMatch(code -> agency.equals(code) || agency.startsWith(code + "."));
    }

    private Stream<String> ofKinds(Set<String> kinds) {
        if (kinds.isEmpty()) {
            return Stream.empty();
        }
        Stream.Builder<String> codes = Stream.builder();
        String after = null;
        List<Authority> page;
        do {
            page = authorities.list(after, PAGE);
            page.stream()
                    .filter(authority -> kinds.contains(authority.kind()))
                    .forEach(authority -> codes.add(authority.code().value()));
            after = page.isEmpty() ? null : page.get(page.size() - 1).code().value();
        } while (page.size() == PAGE);
        return codes.build();
    }
}
