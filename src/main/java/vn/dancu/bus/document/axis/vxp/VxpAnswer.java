package vn.dancu.bus.document.axis.vxp;

import org.jspecify.annotations.Nullable;

/**
 * What every answer of the axis says beside its data.
 *
 * @param listed whether its data was a list, which may be empty
 * @param text whether its data was a text
 */
record VxpAnswer(
        @Nullable String status,
        @Nullable String errorCode,
        @Nullable String docId,
        @Nullable Long count,
        boolean listed,
        boolean text) {

    private static final String DONE = "0";

    boolean isOk() {
        return "OK".equalsIgnoreCase(status) && (errorCode == null || errorCode.equals(DONE));
    }
}
