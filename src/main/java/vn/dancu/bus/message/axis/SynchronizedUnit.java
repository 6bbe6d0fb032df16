package vn.dancu.bus.message.axis;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * A change of the axis' list of agencies: what an agency is now, or that it is no more.
 *
 * @param agency its extensions hold these fields too, as they came
 * @param center the code of the axis' part that it belongs to
 * @param version the axis' own number of the change
 * @param deleted whether it is no more
 * @param modified when it changed, in the axis' own words
 */
public record SynchronizedUnit(
        Agency agency, @Nullable String center, @Nullable String version, boolean deleted, @Nullable String modified) {

    public static SynchronizedUnit of(Node element) {
        AxisFieldReader fields = new AxisFieldReader(element);
        return new SynchronizedUnit(
                Agency.of(element),
                fields.text("centerCode"),
                fields.text("version"),
                isTrue(fields.text("deleted")),
                fields.text("modifyDate"));
    }

    private static boolean isTrue(@Nullable String text) {
        return "true".equals(text) || "1".equals(text);
    }
}
