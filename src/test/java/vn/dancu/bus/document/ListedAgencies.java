package vn.dancu.bus.document;

import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.agency.AgencyEntry;
import vn.dancu.bus.kernel.AgencyCode;

/** The axis' list, as far as a test says: agencies by other codes that they bear. */
record ListedAgencies(Map<String, String> codes) implements AgencyDirectory {

    @Override
    public Optional<AgencyEntry> find(String code) {
        String known = AgencyCode.isValid(code) ? AgencyCode.of(code).value() : code;
        return codes.containsKey(known) || codes.containsValue(known)
                ? Optional.of(
                        new AgencyEntry(codes.getOrDefault(known, known), code, null, null, null, null, null, null))
                : Optional.empty();
    }

    @Override
    public int size() {
        return codes.size();
    }
}
