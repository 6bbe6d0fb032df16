package vn.dancu.bus.policy.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.Sha256;

/**
 * What one version of the policy says, complete and unchanging.
 *
 * @param entitlements by partner; one that may nothing is left out
 */
public record PolicyContent(Map<PartnerId, Entitlement> entitlements) {

    /** Stands for every procedure, every officer, or every granted service. */
    public static final String ANY = "*";

    /** Among procedures: a message that states none. */
    public static final String NONE = "-";

    public static final PolicyContent EMPTY = new PolicyContent(Map.of());

    public PolicyContent {
        entitlements = entitlements.entrySet().stream()
                .filter(one -> !one.getValue().equals(Entitlement.NOTHING))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What one partner may.
     *
     * @param officers who may ask, or {@link #ANY}
     * @param managedOfficers how many officers the partner may register by itself, beside those
     * @param permissions by service; where more than one fits, the first decides
     * @param quotas by service
     */
    public record Entitlement(
            Set<String> officers,
            int managedOfficers,
            Map<ServiceCode, List<Permission>> permissions,
            Map<ServiceCode, Quota> quotas) {

        public static final Entitlement NOTHING = new Entitlement(Set.of(), 0, Map.of(), Map.of());

        public Entitlement {
            officers = Set.copyOf(officers);
            permissions = permissions.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> List.copyOf(one.getValue())));
            quotas = Map.copyOf(quotas);
        }

        public boolean admits(String officer) {
            return officers.contains(officer) || officers.contains(ANY);
        }
    }

    /** The fields that may be released for a purpose under certain procedures, on certain terms. */
    public record Permission(Purpose purpose, Set<String> procedures, Set<FieldPath> fields, GrantTerms terms) {

        public Permission {
            procedures = Set.copyOf(procedures);
            fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
        }

        /** {@link #ANY} covers a message without a procedure as well. */
        public boolean covers(@Nullable String procedure) {
            return procedures.contains(ANY) || procedures.contains(procedure == null ? NONE : procedure);
        }
    }

    /** How many answers a partner may have of one service. */
    public record Quota(long perMinute, long perDay) {}

    /** Lower-case hex SHA-256 of the content in its canonical form, one line a fact. */
    public String hash() {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(entitlements.keySet().stream().map(PartnerId::value).toList())
                .forEach(partner -> write(text, partner, entitlements.get(new PartnerId(partner))));
        return Sha256.hex(text.toString());
    }

    /** These entitlements instead of what the same partners had; everybody else keeps what there was. */
    public PolicyContent with(Map<PartnerId, Entitlement> others) {
        Map<PartnerId, Entitlement> all = new HashMap<>(entitlements);
        all.putAll(others);
        return new PolicyContent(all);
    }

    public Entitlement of(PartnerId partner) {
        return entitlements.getOrDefault(partner, Entitlement.NOTHING);
    }

    /** What a version could not say before it could, stands in the text only where it says something. */
    private static void write(StringBuilder text, String partner, @Nullable Entitlement entitlement) {
        if (entitlement == null) {
            return;
        }
        line(text, "officers", partner, sorted(entitlement.officers()));
        if (entitlement.managedOfficers() > 0) {
            line(text, "managed", partner, Integer.toString(entitlement.managedOfficers()));
        }
        byService(entitlement.permissions()).forEach(one -> one.getValue()
                .forEach(it -> write(text, partner, one.getKey().value(), it)));
        byService(entitlement.quotas())
                .forEach(one -> line(
                        text,
                        "quota",
                        partner,
                        one.getKey().value(),
                        Long.toString(one.getValue().perMinute()),
                        Long.toString(one.getValue().perDay())));
    }

    private static void write(StringBuilder text, String partner, String service, Permission permission) {
        line(
                text,
                "permission",
                partner,
                service,
                permission.purpose().value(),
                sorted(permission.procedures()),
                sorted(permission.fields()));
        GrantTerms terms = permission.terms();
        if (!terms.equals(GrantTerms.NONE)) {
            line(
                    text,
                    "terms",
                    terms.demand().code(),
                    sorted(terms.officers()),
                    sorted(terms.caseForms()),
                    terms.legalBasis() == null ? "" : terms.legalBasis());
        }
        if (terms.needsConsent()) {
            line(text, "consent", terms.consent().code());
        }
    }

    private static <T> Stream<Map.Entry<ServiceCode, T>> byService(Map<ServiceCode, T> values) {
        return values.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(ServiceCode::value)));
    }

    private static void line(StringBuilder text, String... parts) {
        text.append(String.join("|", parts)).append('\n');
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
