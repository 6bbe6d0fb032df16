package vn.dancu.bus.register.list;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a list have in common; null for what does not matter. Codes are those of the register (scheme population_db).
 *
 * @param bornFrom the first day of birth; of whom the year alone is known counts as born on 1 January
 * @param bornUntil the last day of birth
 */
public record PersonSelection(
        @Nullable Area area,
        @Nullable LocalDate bornFrom,
        @Nullable LocalDate bornUntil,
        @Nullable String bloodGroup,
        @Nullable String gender,
        @Nullable String ethnicity,
        @Nullable String religion) {

    /**
     * Where they live.
     *
     * @param isPresent by the present residence (NoiOHienTai); otherwise by the permanent one (ThuongTru)
     * @param province 2 digits
     * @param district 3 digits; of the three tiers to 2025-06-30
     * @param ward 5 digits; without a district of the two tiers since 2025-07-01
     */
    public record Area(boolean isPresent, String province, @Nullable String district, @Nullable String ward) {}
}
