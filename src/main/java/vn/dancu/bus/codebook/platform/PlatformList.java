package vn.dancu.bus.codebook.platform;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;

/**
 * A list as the platform says it now.
 *
 * @param properties those besides code and name, as its metadata has them
 * @param codes by code, in its order
 */
public record PlatformList(List<Property> properties, Map<String, PlatformCode> codes) {

    public PlatformList {
        properties = List.copyOf(properties);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /**
     * One code.
     *
     * @param name without space around it, composed (NFC)
     * @param from since when, where the platform says so ({@code HieuLucTu}); null otherwise
     * @param values of the other properties; what has none is left out
     */
    public record PlatformCode(String code, String name, @Nullable LocalDate from, Map<String, String> values) {

        public PlatformCode {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
