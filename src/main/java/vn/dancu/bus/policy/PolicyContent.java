package vn.dancu.bus.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * What one version of the policy says, complete and unchanging.
 *
 * @param entitlements by partner; one that may nothing is left out
 */
record PolicyContent(Map<PartnerId, Entitlement> entitlements) {

    /** Stands for every procedure, every officer, or every granted service. */
    static final String ANY = "*";

    /** Among procedures: a message that states none. */
    static final String NONE = "-";

    PolicyContent {
        entitlements = entitlements.entrySet().stream()
                .filter(one -> !one.getValue().equals(Entitlement.NOTHING))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What one partner may.
     *
     * @param officers who may ask, or {@link #ANY}
     * @param permissions by service; where more than one fits, the first decides
     * @param quotas by service
     */
    record Entitlement(
            Set<String> officers, Map<ServiceCode, List<Permission>> permissions, Map<ServiceCode, Quota> quotas) {

        static final Entitlement NOTHING = new Entitlement(Set.of(), Map.of(), Map.of());

        Entitlement {
            officers = Set.copyOf(officers);
            permissions = permissions.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> List.copyOf(one.getValue())));
            quotas = Map.copyOf(quotas);
        }

        boolean admits(String officer) {
            return officers.contains(officer) || officers.contains(ANY);
        }
    }

    /** The fields that may be released for a purpose under certain procedures. */
    record Permission(Purpose purpose, Set<String> procedures, Set<FieldPath> fields) {

        Permission {
            procedures = Set.copyOf(procedures);
            fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
        }

        /** {@link #ANY} covers a message without a procedure as well. */
        boolean covers(@Nullable String procedure) {
            return procedures.contains(ANY) || procedures.contains(procedure == null ? NONE : procedure);
        }
    }

    /** How many answers a partner may have of one service. */
    record Quota(long perMinute, long perDay) {}

    /** Lower-case hex SHA-256 of the content in its canonical form, one line a fact. */
    String hash() {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(entitlements.keySet().stream().map(PartnerId::value).toList())
                .forEach(partner -> write(text, partner, entitlements.get(new PartnerId(partner))));
        try {
            byte[] canonical = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static void write(StringBuilder text, String partner, @Nullable Entitlement entitlement) {
        if (entitlement == null) {
            return;
        }
        line(text, "officers", partner, sorted(entitlement.officers()));
        entitlement.permissions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ServiceCode::value)))
                .forEach(one -> one.getValue()
                        .forEach(it -> line(
                                text,
                                "permission",
                                partner,
                                one.getKey().value(),
                                it.purpose().value(),
                                sorted(it.procedures()),
                                sorted(it.fields()))));
        entitlement.quotas().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ServiceCode::value)))
                .forEach(one -> line(
                        text,
                        "quota",
                        partner,
                        one.getKey().value(),
                        Long.toString(one.getValue().perMinute()),
                        Long.toString(one.getValue().perDay())));
    }

    private static void line(StringBuilder text, String... parts) {
        text.append(String.join("|", parts)).append('\n');
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
