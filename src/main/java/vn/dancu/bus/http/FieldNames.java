package vn.dancu.bus.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;

/** Reads names of fields of a citizen from a request body. */
public final class FieldNames {

    /**
     * In the order of the body, each once.
     *
     * @param property of the body, which a refusal names
     * @throws BusException {@code field_invalid} when one is no name of a field
     */
    public static Set<FieldPath> read(String property, List<String> names) {
        Set<FieldPath> fields = new LinkedHashSet<>();
        for (String name : names) {
            try {
                fields.add(FieldPath.of(name));
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, property, "names of fields");
            }
        }
        return fields;
    }

    private FieldNames() {}
}
