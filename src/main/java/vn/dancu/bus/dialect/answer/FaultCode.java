package vn.dancu.bus.dialect.answer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes of other services: what stands in a record must be a code and no text, which may repeat a value. */
final class FaultCode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}");
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{9,}");

    static @Nullable String shown(@Nullable String text) {
        String code = text == null ? "" : text.strip();
        return CODE.matcher(code).matches() && !PERSONAL_NUMBER.matcher(code).find() ? code : null;
    }

    private FaultCode() {}
}
