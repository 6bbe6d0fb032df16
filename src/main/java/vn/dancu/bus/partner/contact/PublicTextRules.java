package vn.dancu.bus.partner.contact;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** What a published text must be; it is shown to everybody, so no control characters and no end of lines. */
enum PublicTextRules {
    NAME("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,200}", "1 to 200 characters in one line, none of them invisible"),
    DESCRIPTION("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,2000}", "1 to 2000 characters in one line, none of them invisible"),
    CODE("[\\p{L}0-9][\\p{L}\\p{M}0-9._/-]{0,63}", "1 to 64 letters, digits, dots, slashes, hyphens"),
    PHONE("\\+?[0-9][0-9 ().-]{2,29}", "a telephone number"),
    EMAIL("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}", "an e-mail address");

    private final Pattern form;
    private final String rule;

    PublicTextRules(String form, String rule) {
        this.form = Pattern.compile(form);
        this.rule = rule;
    }

    /** @throws BusException with {@code field_invalid} naming the field when the text is not of that form */
    static void require(String field, String text, PublicTextRules form) {
        if (text.isBlank() || !form.form.matcher(text).matches()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, form.rule);
        }
    }
}
