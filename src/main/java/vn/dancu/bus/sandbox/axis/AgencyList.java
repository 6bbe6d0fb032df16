package vn.dancu.bus.sandbox.axis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.SandboxAxisSettings.AxisSystem;
import vn.dancu.bus.sandbox.SandboxAxisSettings.SystemAgency;

/**
 * The agencies of the mock, by their code in the newer form: those of its systems, and made-up ones below six provinces, so that
 * the list has the size of the real one where that is wanted.
 */
final class AgencyList {

    private static final List<String> PROVINCES = List.of("H41", "H26", "H29", "H17", "H36", "H61");
    private static final int LEVEL = 99;
    private static final String SINCE = "2026/01/01";

    private final Map<String, StoredAgency> byCode = new LinkedHashMap<>();
    private long version;

    AgencyList(SandboxAxisSettings settings) {
        for (AxisSystem system : settings.systems()) {
            for (SystemAgency agency : system.agencies()) {
                put(made(system.id(), AgencyCode.of(agency.code()), agency.name(), null));
            }
        }
        for (int i = 0; i < settings.agencies(); i++) {
            AgencyCode code = madeUp(i);
            byCode.putIfAbsent(
                    code.value(),
                    made(null, code, String.format(Locale.ROOT, "Đơn vị thử nghiệm số %06d", i + 1), null));
        }
    }

    /** Four levels, as wide as the older form has them. */
    private static AgencyCode madeUp(int number) {
        int province = number % PROVINCES.size();
        int rest = number / PROVINCES.size();
        return new AgencyCode(String.format(
                Locale.ROOT,
                "%s.%02d.%02d.%03d",
                PROVINCES.get(province),
                1 + rest % LEVEL,
                1 + rest / LEVEL % LEVEL,
                1 + rest / LEVEL / LEVEL));
    }

    synchronized StoredAgency made(@Nullable String system, AgencyCode code, String name, @Nullable String mail) {
        version++;
        return new StoredAgency(
                version, null, system, code.value(), code.older().orElse(null), name, mail, version, false, SINCE);
    }

    synchronized void put(StoredAgency agency) {
        version = Math.max(version, agency.version());
        byCode.put(agency.code(), agency);
    }

    /** Those that are not deleted. */
    synchronized Collection<StoredAgency> all() {
        return byCode.values().stream().filter(agency -> !agency.deleted()).toList();
    }

    /** Those and the deleted ones. */
    synchronized Collection<StoredAgency> changes() {
        return new ArrayList<>(byCode.values());
    }

    /** The agency of a code in either form. */
    synchronized Optional<StoredAgency> find(@Nullable String code) {
        return code == null || !AgencyCode.isValid(code)
                ? Optional.empty()
                : Optional.ofNullable(byCode.get(AgencyCode.of(code).value())).filter(agency -> !agency.deleted());
    }

    boolean belongs(String code, AxisSystem system) {
        return find(code).filter(agency -> system.id().equals(agency.system())).isPresent();
    }
}
