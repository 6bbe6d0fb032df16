package vn.dancu.bus.listing.work;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.register.RegisterSettings;

/** Decides what a partner is given of what it asked for: by the policy (purpose, fields, quota), by its areas, and by its key. */
final class ListAdmission {

    static final String COUNTS_SUFFICE = "counts_suffice";
    static final String FIELDS_WITHHELD = "fields_withheld";

    private static final String EVERYWHERE = "*";

    private final AccessPolicy policy;
    private final Set<FieldPath> listable;
    private final PartnerKeys keys;
    private final ListSettings settings;
    private final RegisterSettings register;

    /** @param listable the fields that a list can have */
    ListAdmission(
            AccessPolicy policy,
            Set<FieldPath> listable,
            PartnerKeys keys,
            ListSettings settings,
            RegisterSettings register) {
        this.policy = policy;
        this.listable = listable;
        this.keys = keys;
        this.settings = settings;
        this.register = register;
    }

    /**
     * What the partner is given.
     *
     * @param fields of each person; never empty
     * @param warnings codes
     */
    record Admitted(Decision.Granted granted, Set<FieldPath> fields, List<String> warnings) {}

    Admitted admit(Partner partner, ListOrder order) {
        register.requireTables();
        if (!listable.containsAll(order.asked())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "Truong", "names fields that a list can have");
        }
        Decision decision = policy.decide(
                new AccessRequest(
                        partner.id(),
                        order.service().code(),
                        order.procedure(),
                        order.officer(),
                        order.purpose(),
                        null,
                        order.issue(),
                        order.asked()),
                partner);
        if (decision instanceof Decision.Refused refused) {
            throw new BusException(refused.refusal());
        }
        Decision.Granted granted = (Decision.Granted) decision;
        requireArea(partner.id(), order.criteria());
        if (order.form().isFile() && !order.countOnly() && !keys.has(partner.id())) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "DinhDang", "records, until an OpenPGP key of the partner is registered");
        }
        return admitted(order, granted);
    }

    private Admitted admitted(ListOrder order, Decision.Granted granted) {
        if (!granted.fields().containsAll(order.criteria().fields())) {
            throw BusException.of(
                    ErrorCode.NO_FIELD_ALLOWED, "TieuChi", "selects by fields that are granted to the partner alone");
        }
        Set<FieldPath> asked = order.asked().isEmpty() ? listable : order.asked();
        Set<FieldPath> fields = new LinkedHashSet<>(listable);
        fields.retainAll(asked);
        fields.retainAll(granted.fields());
        if (fields.isEmpty()) {
            throw BusException.of(ErrorCode.NO_FIELD_ALLOWED);
        }
        List<String> warnings = new ArrayList<>();
        if (!fields.containsAll(order.asked())) {
            warnings.add(FIELDS_WITHHELD);
        }
        if (!order.countOnly()
                && settings.countPurposes().contains(granted.purpose().value())) {
            warnings.add(COUNTS_SUFFICE);
        }
        return new Admitted(granted, fields, warnings);
    }

    private void requireArea(PartnerId partner, ListCriteria criteria) {
        Map<String, List<String>> areas = settings.areas();
        for (String area : areas.getOrDefault(partner.value(), List.of())) {
            if (area.equals(EVERYWHERE) || covers(area.split("/"), criteria)) {
                return;
            }
        }
        throw BusException.of(
                ErrorCode.SERVICE_NOT_ALLOWED,
                "MaTinhThanh",
                "must be in an area of which lists are granted to the partner");
    }

    private static boolean covers(String[] area, ListCriteria criteria) {
        boolean isProvince = area[0].equals(criteria.province());
        return isProvince && (area.length == 1 || area[1].equals(criteria.ward()));
    }
}
