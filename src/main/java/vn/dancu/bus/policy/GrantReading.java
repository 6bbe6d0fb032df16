package vn.dancu.bus.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads what a policy file says of one partner's rights. */
final class GrantReading {

    private static final Set<String> GRANT_KEYS = Set.of("services", "purpose", "procedures", "fields");
    private static final Set<String> QUOTA_KEYS = Set.of("services", "perMinute", "perDay");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}|\\*|-");

    private final @Nullable KnownServices known;

    /** @param known what a service and its fields must be among; null checks their form only */
    GrantReading(@Nullable KnownServices known) {
        this.known = known;
    }

    PolicyContent.Entitlement read(YamlPlace place, Map<String, YamlPlace> keys) {
        Map<ServiceCode, List<PolicyContent.Permission>> permissions = new LinkedHashMap<>();
        for (YamlPlace grant : place.required(keys, "grants").items()) {
            grant(grant).forEach((service, permission) -> {
                List<PolicyContent.Permission> those = permissions.computeIfAbsent(service, it -> new ArrayList<>());
                requireNoContradiction(grant, service, permission, those);
                those.add(permission);
            });
        }
        return new PolicyContent.Entitlement(
                tokens(place.required(keys, "officers")), permissions, quotas(place, keys, permissions.keySet()));
    }

    private Map<ServiceCode, PolicyContent.Permission> grant(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(GRANT_KEYS);
        Purpose purpose = place.required(keys, "purpose").as(Purpose::new);
        Set<String> procedures = tokens(place.required(keys, "procedures"));
        YamlPlace fields = place.required(keys, "fields");
        Set<FieldPath> named = values(fields, FieldPath::of);
        Map<ServiceCode, PolicyContent.Permission> permissions = new LinkedHashMap<>();
        for (YamlPlace service : place.required(keys, "services").items()) {
            ServiceCode code = service.as(ServiceCode::new);
            Set<FieldPath> its = fieldsOf(service, code, named);
            if (permissions.put(code, new PolicyContent.Permission(purpose, procedures, its)) != null) {
                throw service.broken("stands twice");
            }
        }
        requireEveryFieldUsed(fields, permissions);
        return permissions;
    }

    /** Of the fields named, those that the service has. */
    private Set<FieldPath> fieldsOf(YamlPlace place, ServiceCode service, Set<FieldPath> named) {
        if (known == null) {
            return named;
        }
        Set<FieldPath> its = new LinkedHashSet<>(
                known.fieldsOf(service).orElseThrow(() -> place.broken("must be a service of the bus")));
        its.retainAll(named);
        if (its.isEmpty() && !named.isEmpty()) {
            throw place.broken("has none of the fields of this grant");
        }
        return its;
    }

    private static void requireEveryFieldUsed(
            YamlPlace fields, Map<ServiceCode, PolicyContent.Permission> permissions) {
        for (YamlPlace field : fields.items()) {
            FieldPath path = field.as(FieldPath::of);
            if (permissions.values().stream().noneMatch(it -> it.fields().contains(path))) {
                throw field.broken("must be a field of one of the services of this grant");
            }
        }
    }

    private static void requireNoContradiction(
            YamlPlace place,
            ServiceCode service,
            PolicyContent.Permission added,
            List<PolicyContent.Permission> those) {
        for (PolicyContent.Permission one : those) {
            boolean overlap = one.procedures().contains(PolicyContent.ANY)
                    || added.procedures().contains(PolicyContent.ANY)
                    || !Collections.disjoint(one.procedures(), added.procedures());
            if (overlap && one.purpose().equals(added.purpose())) {
                throw place.broken(
                        "grants " + service + " for a purpose and a procedure that another grant has already");
            }
        }
    }

    /** Every granted service has a quota; {@code *} stands for those that are not named, each with one of its own. */
    private static Map<ServiceCode, PolicyContent.Quota> quotas(
            YamlPlace place, Map<String, YamlPlace> keys, Set<ServiceCode> granted) {
        Map<ServiceCode, PolicyContent.Quota> quotas = new HashMap<>();
        PolicyContent.@Nullable Quota others = null;
        YamlPlace list = place.required(keys, "quotas");
        for (YamlPlace item : list.items()) {
            Map<String, YamlPlace> its = item.keys(QUOTA_KEYS);
            PolicyContent.Quota quota = new PolicyContent.Quota(
                    item.required(its, "perMinute").number(),
                    item.required(its, "perDay").number());
            for (YamlPlace service : item.required(its, "services").items()) {
                boolean any = service.text().equals(PolicyContent.ANY);
                if (any ? others != null : quotas.put(service.as(ServiceCode::new), quota) != null) {
                    throw service.broken("stands twice");
                }
                if (!any && !granted.contains(service.as(ServiceCode::new))) {
                    throw service.broken("has a quota and is not granted");
                }
                others = any ? quota : others;
            }
        }
        return completed(list, quotas, others, granted);
    }

    private static Map<ServiceCode, PolicyContent.Quota> completed(
            YamlPlace place,
            Map<ServiceCode, PolicyContent.Quota> quotas,
            PolicyContent.@Nullable Quota others,
            Set<ServiceCode> granted) {
        for (ServiceCode service : granted) {
            if (others != null) {
                quotas.putIfAbsent(service, others);
            } else if (!quotas.containsKey(service)) {
                throw place.broken("must have a quota for " + service);
            }
        }
        return quotas;
    }

    private static Set<String> tokens(YamlPlace place) {
        Set<String> tokens = values(place, Function.identity());
        for (YamlPlace item : place.items()) {
            if (!TOKEN.matcher(item.text()).matches()) {
                throw item.broken(
                        "must be 1 to 64 letters, digits, dots, hyphens or slashes, or * for any, or - for none");
            }
        }
        return tokens;
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
