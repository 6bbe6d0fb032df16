package vn.dancu.bus.policy.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.policy.KnownServices;
import vn.dancu.bus.policy.OfficerCode;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.content.GrantTerms;
import vn.dancu.bus.policy.content.PolicyContent;

/** Reads the rights of one partner from a policy file or a draft, and collects all errors. */
public final class GrantReader {

    /** The keys of one partner's rights. */
    static final Set<String> KEYS = Set.of("officers", "managedOfficers", "grants", "quotas");

    static final Set<String> GRANT_KEYS = Set.of(
            "services",
            "purpose",
            "legalBasis",
            "procedures",
            "officers",
            "relationship",
            "caseForms",
            "consent",
            "fields");
    private static final Pattern PROCEDURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final int MAX_GRANTS = 500;
    private static final int MAX_LIST_LENGTH = 5_000;
    private static final int MAX_MANAGED_OFFICERS = 10_000;

    private final @Nullable KnownServices known;
    private final Purposes purposes;
    private final ConsentDutyCheck consentDuty;
    private final GrantTermsReader terms = new GrantTermsReader();

    /**
     * @param known what a service and its fields must be among; null checks their form only
     * @param purposes what a purpose must be among, unless the grant names a legal basis of its own
     */
    GrantReader(@Nullable KnownServices known, Purposes purposes, ConsentDutyCheck consentDuty) {
        this.known = known;
        this.purposes = purposes;
        this.consentDuty = consentDuty;
    }

    /**
     * The rights alone, as a draft has them.
     *
     * @param agency code of the agency whose system has them; null when nobody knows
     */
    public PolicyContent.Entitlement read(String source, String text, @Nullable String agency) {
        PolicyFindings findings = new PolicyFindings();
        PolicyContent.Entitlement entitlement = findings.attempt(() -> {
            YamlPlace root = YamlPlace.of(source, text, findings::add);
            return read(root, root.keys(KEYS), agency, findings);
        });
        findings.refuseIfAny();
        if (entitlement == null) {
            throw new IllegalStateException("Rights were not read although they have no finding");
        }
        return entitlement;
    }

    PolicyContent.Entitlement read(
            YamlPlace place, Map<String, YamlPlace> keys, @Nullable String agency, PolicyFindings findings) {
        int before = findings.count();
        Set<String> officers = findings.attempt(() -> officers(place.required(keys, "officers")));
        Integer managed = findings.attempt(() -> managed(keys.get("managedOfficers")));
        Map<ServiceCode, List<PolicyContent.Permission>> permissions = new LinkedHashMap<>();
        findings.attempt(() -> grants(place.required(keys, "grants"), permissions, findings));
        boolean whole = findings.count() == before;
        Map<ServiceCode, PolicyContent.Quota> quotas = findings.attempt(() ->
                new QuotaReader(whole ? permissions.keySet() : null, findings).read(place.required(keys, "quotas")));
        if (officers == null || managed == null || quotas == null) {
            return PolicyContent.Entitlement.NOTHING;
        }
        PolicyContent.Entitlement entitlement = new PolicyContent.Entitlement(officers, managed, permissions, quotas);
        if (whole) {
            findings.attempt(() -> GrantOrderCheck.check(place.required(keys, "grants"), entitlement));
            findings.attempt(() -> consentDuty.check(place.required(keys, "grants"), agency, findings));
        }
        return entitlement;
    }

    private Boolean grants(
            YamlPlace place, Map<ServiceCode, List<PolicyContent.Permission>> permissions, PolicyFindings findings) {
        List<YamlPlace> items = place.items();
        if (items.size() > MAX_GRANTS) {
            throw place.broken("must not have more than " + MAX_GRANTS + " grants");
        }
        for (YamlPlace item : items) {
            findings.attempt(() -> grant(item, permissions, findings));
        }
        return true;
    }

    private Boolean grant(
            YamlPlace place, Map<ServiceCode, List<PolicyContent.Permission>> permissions, PolicyFindings findings) {
        Map<String, YamlPlace> keys = place.keys(GRANT_KEYS);
        GrantTerms its = findings.attempt(() -> terms.read(keys));
        Purpose purpose = findings.attempt(() -> purpose(place.required(keys, "purpose"), its));
        Set<String> procedures = findings.attempt(() -> procedures(place.required(keys, "procedures")));
        Set<FieldPath> named = findings.attempt(() -> values(place.required(keys, "fields"), FieldPath::of));
        Map<ServiceCode, Set<FieldPath>> services =
                findings.attempt(() -> services(place.required(keys, "services"), named));
        if (named != null && services != null) {
            findings.attempt(() -> requireEveryFieldUsed(place.required(keys, "fields"), services));
        }
        if (its == null || purpose == null || procedures == null || named == null || services == null) {
            return false;
        }
        services.forEach((service, fields) -> {
            var those = permissions.computeIfAbsent(service, it -> new ArrayList<>());
            var added = new PolicyContent.Permission(purpose, procedures, fields, its);
            findings.attempt(() -> GrantOrderCheck.requireReachable(place, service, added, those));
            those.add(added);
        });
        return true;
    }

    private Purpose purpose(YamlPlace place, @Nullable GrantTerms its) {
        Purpose purpose = place.as(Purpose::new);
        if (its != null && its.legalBasis() == null && !purposes.knows(purpose)) {
            throw place.broken("must be in the list of purposes, or the grant must have a legalBasis");
        }
        return purpose;
    }

    private Map<ServiceCode, Set<FieldPath>> services(YamlPlace place, @Nullable Set<FieldPath> named) {
        Map<ServiceCode, Set<FieldPath>> services = new LinkedHashMap<>();
        for (YamlPlace item : place.items()) {
            ServiceCode code = item.as(ServiceCode::new);
            if (services.put(code, fieldsOf(item, code, named == null ? Set.of() : named)) != null) {
                throw item.broken("stands twice");
            }
        }
        return services;
    }

    /** Of the fields named, those that the service has. */
    private Set<FieldPath> fieldsOf(YamlPlace place, ServiceCode service, Set<FieldPath> named) {
        if (known == null) {
            return named;
        }
        Predicate<FieldPath> has =
                known.fieldsOf(service).orElseThrow(() -> place.broken("must be a service of the bus"));
        Set<FieldPath> its = named.stream().filter(has).collect(Collectors.toCollection(LinkedHashSet::new));
        if (its.isEmpty() && !named.isEmpty()) {
            throw place.broken("has none of the fields of this grant");
        }
        return its;
    }

    private static Boolean requireEveryFieldUsed(YamlPlace fields, Map<ServiceCode, Set<FieldPath>> services) {
        for (YamlPlace field : fields.items()) {
            FieldPath path = field.as(FieldPath::of);
            if (services.values().stream().noneMatch(it -> it.contains(path))) {
                throw field.broken("must be a field of one of the services of this grant");
            }
        }
        return true;
    }

    private static Integer managed(@Nullable YamlPlace place) {
        long number = place == null ? 0 : place.number();
        if (place != null && number > MAX_MANAGED_OFFICERS) {
            throw place.broken("must be at most " + MAX_MANAGED_OFFICERS);
        }
        return (int) number;
    }

    static Set<String> officers(YamlPlace place) {
        return codes(place, OfficerCode::isValid, OfficerCode.RULE);
    }

    private static Set<String> procedures(YamlPlace place) {
        return codes(
                place,
                code -> PROCEDURE.matcher(code).matches(),
                "1 to 64 letters, digits, dots, hyphens, underscores or slashes");
    }

    private static Set<String> codes(YamlPlace place, Predicate<String> form, String rule) {
        Set<String> codes = values(place, Function.identity());
        if (codes.size() > MAX_LIST_LENGTH) {
            throw place.broken("must not have more than " + MAX_LIST_LENGTH + " entries");
        }
        for (YamlPlace item : place.items()) {
            String code = item.text();
            if (!code.equals(PolicyContent.ANY) && !code.equals(PolicyContent.NONE) && !form.test(code)) {
                throw item.broken("must be " + rule + ", or * for any, or - for none");
            }
        }
        return codes;
    }

    private static <T> Set<T> values(YamlPlace place, Function<String, T> type) {
        Set<T> values = new LinkedHashSet<>();
        for (YamlPlace item : place.items()) {
            if (!values.add(item.as(type))) {
                throw item.broken("stands twice");
            }
        }
        return values;
    }
}
