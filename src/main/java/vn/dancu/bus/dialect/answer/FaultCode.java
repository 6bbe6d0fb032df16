package vn.dancu.bus.dialect.answer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/** Codes of other services: what stands in a record must be a code and no text, which may repeat a value. */
final class FaultCode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}");

    static @Nullable String shown(@Nullable String text) {
        String code = text == null ? "" : text.strip();
        return CODE.matcher(code).matches() && !PersonalId.isIn(code) ? code : null;
    }

    private FaultCode() {}
}
