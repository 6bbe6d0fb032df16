package vn.dancu.bus.policy.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.content.GrantTerms;
import vn.dancu.bus.policy.content.PolicyContent;

/** Writes a partner's rights as JSON, in the words of the policy file: {@link GrantReader} reads it back as it was. */
public final class RightsWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static String json(PolicyContent.Entitlement entitlement) {
        ObjectNode root = JSON.createObjectNode();
        put(root.putArray("officers"), entitlement.officers());
        root.put("managedOfficers", entitlement.managedOfficers());
        ArrayNode grants = root.putArray("grants");
        for (int position = 0; ; position++) {
            Map<PolicyContent.Permission, List<String>> those = at(position, entitlement.permissions());
            if (those.isEmpty()) {
                break;
            }
            those.forEach((permission, services) -> grant(grants.addObject(), permission, services));
        }
        quotas(root.putArray("quotas"), entitlement.quotas());
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights could not be written as JSON", e);
        }
    }

    /** Services that say the same stand in one grant; the order of the grants of each service stays as it was. */
    private static Map<PolicyContent.Permission, List<String>> at(
            int position, Map<ServiceCode, List<PolicyContent.Permission>> permissions) {
        Map<PolicyContent.Permission, List<String>> those = new LinkedHashMap<>();
        byName(permissions).forEach((service, its) -> {
            if (position < its.size()) {
                those.computeIfAbsent(its.get(position), it -> new ArrayList<>())
                        .add(service);
            }
        });
        return those;
    }

    private static void grant(ObjectNode grant, PolicyContent.Permission permission, List<String> services) {
        GrantTerms terms = permission.terms();
        put(grant.putArray("services"), services);
        grant.put("purpose", permission.purpose().value());
        if (terms.legalBasis() != null) {
            grant.put("legalBasis", terms.legalBasis());
        }
        put(grant.putArray("procedures"), permission.procedures());
        if (!terms.officers().isEmpty()) {
            put(grant.putArray("officers"), terms.officers());
        }
        if (terms.demand() != GrantTerms.Demand.NOTHING) {
            grant.put("relationship", terms.demand().code());
        }
        if (!terms.caseForms().isEmpty()) {
            put(grant.putArray("caseForms"), terms.caseForms());
        }
        if (terms.needsConsent()) {
            grant.put("consent", terms.consent().code());
        }
        ArrayNode fields = grant.putArray("fields");
        permission.fields().forEach(field -> fields.add(field.value()));
    }

    private static void quotas(ArrayNode quotas, Map<ServiceCode, PolicyContent.Quota> those) {
        Map<PolicyContent.Quota, List<String>> same = new LinkedHashMap<>();
        byName(those).forEach((service, quota) -> same.computeIfAbsent(quota, it -> new ArrayList<>())
                .add(service));
        same.forEach((quota, services) -> {
            ObjectNode one = quotas.addObject();
            put(one.putArray("services"), services);
            one.put("perMinute", quota.perMinute());
            one.put("perDay", quota.perDay());
        });
    }

    private static <T> Map<String, T> byName(Map<ServiceCode, T> values) {
        Map<String, T> sorted = new TreeMap<>();
        values.forEach((service, value) -> sorted.put(service.value(), value));
        return sorted;
    }

    private static void put(ArrayNode array, Collection<?> values) {
        values.stream().map(Object::toString).sorted().forEach(array::add);
    }

    private RightsWriter() {}
}
