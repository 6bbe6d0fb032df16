package vn.dancu.bus.message.population;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.RecordDescription;

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

    /** The fields by the names of their elements. */
    public static final RecordDescription<Address> FIELDS = RecordDescription.<Address>builder()
            .texts("MaTinhThanh", "MaQuanHuyen", "MaPhuongXa", "ChiTiet", "QuocGia")
            .build(
                    address -> new @Nullable Object[] {
                        address.provinceCode,
                        address.districtCode,
                        address.wardCode,
                        address.detail,
                        address.countryCode
                    },
                    values -> new Address(values.at(0), values.at(1), values.at(2), values.at(3), values.at(4)));

    @Override
    public String toString() {
        return "Address[masked]";
    }
}
