package vn.dancu.bus.catalogue;

import java.util.List;

/**
 * One list.
 *
 * @param code the code under which platforms know it, such as {@code donvihanhchinhcap3}
 * @param name in Vietnamese
 * @param nameEn in English
 * @param schemes the schemes that its records name in {@code HeMa}, such as {@code qd-19-2025}; empty when
 *     {@code available} is false
 * @param count how many records it has, every version counted
 * @param available false for a list that exists on the platform but of which no published data was found
 * @param properties what its records may hold, in order
 */
public record Catalogue(
        String code,
        String name,
        String nameEn,
        List<String> schemes,
        int count,
        boolean available,
        List<Property> properties) {

    public Catalogue {
        schemes = List.copyOf(schemes);
        properties = List.copyOf(properties);
    }

    /**
     * One property of the records of a list, as in the metadata of the platform.
     *
     * @param code PropertyCode
     * @param name PropertyName, in Vietnamese
     * @param type PropertyType: {@code string} or {@code date}
     */
    public record Property(String code, String name, String type) {}
}
