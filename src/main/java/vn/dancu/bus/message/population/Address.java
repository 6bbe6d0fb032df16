package vn.dancu.bus.message.population;

import org.jspecify.annotations.Nullable;

/**
 * A place by the codes of administrative units. Since 2025-07-01 there are two tiers (province, ward) and the district
 * is absent; a ward code means nothing without the date at which it was valid.
 *
 * @param provinceCode 2 digits (MaTinhThanh)
 * @param districtCode 3 digits (MaQuanHuyen), only before 2025-07-01
 * @param wardCode 5 digits (MaPhuongXa)
 * @param detail house, street, hamlet (ChiTiet)
 * @param countryCode ISO 3166 alpha-2 (QuocGia)
 */
public record Address(
        @Nullable String provinceCode,
        @Nullable String districtCode,
        @Nullable String wardCode,
        @Nullable String detail,
        @Nullable String countryCode) {

    @Override
    public String toString() {
        return "Address[masked]";
    }
}
