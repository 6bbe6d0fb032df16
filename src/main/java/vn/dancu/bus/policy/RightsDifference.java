package vn.dancu.bus.policy;

import java.util.List;

/**
 * One place at which two versions of a partner's rights differ.
 *
 * @param partner the partner's id
 * @param place where, such as {@code officers}, {@code grants/TraCuuThongTinCongDan/1/fields} (services by name, the grants of
 *     one in their order from 1) or {@code quotas/TraCuuThongTinCongDan/perDay}
 * @param removed values that the second no longer has
 * @param added values that the first did not have
 */
public record RightsDifference(String partner, String place, List<String> removed, List<String> added) {}
