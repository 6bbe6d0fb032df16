package vn.dancu.bus.partner.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * What an authority hands in for the register.
 *
 * @param officers at least one (NĐ 47/2020/NĐ-CP Điều 7, replaced by NĐ 278/2025/NĐ-CP), at most 50
 * @param readiness at most 200
 * @param services each code once, at most 200
 */
public record ContactSheet(
        List<ContactOfficer> officers, List<Readiness> readiness, List<ServiceDescription> services) {

    private static final int MAX_OFFICERS = 50;
    private static final int MAX_ROWS = 200;

    public ContactSheet {
        officers = List.copyOf(officers);
        readiness = List.copyOf(readiness);
        services = List.copyOf(services);
        require("officers", !officers.isEmpty() && officers.size() <= MAX_OFFICERS, "1 to " + MAX_OFFICERS);
        require("readiness", readiness.size() <= MAX_ROWS, "at most " + MAX_ROWS);
        Set<String> codes = new HashSet<>();
        boolean once = services.stream().allMatch(it -> codes.add(it.code()));
        require("services", once && services.size() <= MAX_ROWS, "each code once, at most " + MAX_ROWS);
    }

    private static void require(String field, boolean holds, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }
}
