package vn.dancu.bus.camel.upstream;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/** By which id the other side knows a call, where a header of its answer says so. */
final class TheirId {

    private static final List<String> HEADERS = List.of("DanCu-Event-Id", "X-Road-Request-Id", "X-Request-Id");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    static @Nullable String of(Message answer) {
        for (String header : HEADERS) {
            String id = answer.getHeader(header, String.class);
            if (id != null && ID.matcher(id).matches() && !PersonalId.isIn(id)) {
                return id;
            }
        }
        return null;
    }

    private TheirId() {}
}
