package vn.dancu.bus.policy.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.policy.content.PolicyContent;

/** Reads quotas: every granted service has one; {@code *} stands for those not named, each with one of its own. */
final class QuotaReader {

    private static final Set<String> KEYS = Set.of("services", "perMinute", "perDay");

    private final @Nullable Set<ServiceCode> granted;
    private final PolicyFindings findings;

    /**
     * @param granted the services that need a quota; null when the grants could not be read: then services without a
     *     quota are not reported
     */
    QuotaReader(@Nullable Set<ServiceCode> granted, PolicyFindings findings) {
        this.granted = granted;
        this.findings = findings;
    }

    Map<ServiceCode, PolicyContent.Quota> read(YamlPlace place) {
        Map<ServiceCode, PolicyContent.Quota> quotas = new HashMap<>();
        Map<Boolean, PolicyContent.Quota> others = new HashMap<>();
        for (YamlPlace item : place.items()) {
            findings.attempt(() -> one(item, quotas, others));
        }
        return completed(place, quotas, others.get(true));
    }

    private Boolean one(
            YamlPlace item, Map<ServiceCode, PolicyContent.Quota> quotas, Map<Boolean, PolicyContent.Quota> others) {
        Map<String, YamlPlace> keys = item.keys(KEYS);
        PolicyContent.Quota quota = new PolicyContent.Quota(
                item.required(keys, "perMinute").number(),
                item.required(keys, "perDay").number());
        for (YamlPlace service : item.required(keys, "services").items()) {
            boolean any = service.text().equals(PolicyContent.ANY);
            PolicyContent.Quota there = any ? others.put(true, quota) : quotas.put(service.as(ServiceCode::new), quota);
            if (there != null) {
                throw service.broken("stands twice");
            }
            if (!any && granted != null && !granted.contains(service.as(ServiceCode::new))) {
                throw service.broken("has a quota and is not granted");
            }
        }
        return true;
    }

    private Map<ServiceCode, PolicyContent.Quota> completed(
            YamlPlace place, Map<ServiceCode, PolicyContent.Quota> quotas, PolicyContent.@Nullable Quota others) {
        for (ServiceCode service : granted == null ? Set.<ServiceCode>of() : granted) {
            if (others != null) {
                quotas.putIfAbsent(service, others);
            } else if (!quotas.containsKey(service)) {
                throw place.broken("must have a quota for " + service);
            }
        }
        return quotas;
    }
}
