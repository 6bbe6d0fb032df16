package vn.dancu.bus.document.agency;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.message.axis.Agency;

/**
 * One list made of the two that the axis has, one for each form of the codes. An agency of both is known by the axis' number for
 * it, else by its code: most codes of one form follow from those of the other, and some do not.
 */
final class AgencyMerger {

    private final Map<String, AgencyEntry> byCode = new LinkedHashMap<>();
    private final Map<String, String> codeOfId = new HashMap<>();

    /** Takes an agency of the list by QĐ 20/2020, which is to be read first. */
    void takeNewer(Agency agency) {
        put(of(agency, codeOf(agency.code()), agency.oldCode()));
    }

    /** Takes an agency of the list in the form before it. */
    void takeOlder(Agency agency) {
        String known = agency.id() == null ? null : codeOfId.get(agency.id());
        String code = known != null ? known : codeOf(agency.code());
        String old = agency.code().equals(code) ? agency.oldCode() : agency.code();
        AgencyEntry newer = byCode.get(code);
        if (newer == null) {
            put(of(agency, code, old));
        } else if (newer.oldCode() == null && old != null) {
            put(new AgencyEntry(
                    newer.code(),
                    old,
                    newer.code102(),
                    newer.axisId(),
                    newer.parentId(),
                    newer.name(),
                    newer.mail(),
                    newer.version()));
        }
    }

    Collection<AgencyEntry> entries() {
        return byCode.values();
    }

    /** The entry of an agency that has changed. */
    static AgencyEntry changed(Agency agency, @Nullable String version) {
        AgencyEntry entry = of(agency, codeOf(agency.code()), agency.oldCode());
        return new AgencyEntry(
                entry.code(),
                entry.oldCode(),
                entry.code102(),
                entry.axisId(),
                entry.parentId(),
                entry.name(),
                entry.mail(),
                version);
    }

    private void put(AgencyEntry entry) {
        byCode.put(entry.code(), entry);
        if (entry.axisId() != null) {
            codeOfId.put(entry.axisId(), entry.code());
        }
    }

    private static AgencyEntry of(Agency agency, String code, @Nullable String oldCode) {
        String old = oldCode;
        if (old == null && AgencyCode.isValid(code)) {
            old = AgencyCode.of(code).older().orElse(null);
        }
        return new AgencyEntry(
                code, old, agency.code102(), agency.id(), agency.parent(), agency.name(), agency.mail(), null);
    }

    /** The newer form of a code; as it is where it has neither form. */
    static String codeOf(String code) {
        return AgencyCode.isValid(code) ? AgencyCode.of(code).value() : code;
    }
}
