package vn.dancu.bus.policy;

import java.util.regex.Pattern;

/** The form of {@code MaCanBo}, the same in questions ({@code TaiKhoan} of the schema), policies and at the officer API. */
public final class OfficerCode {

    public static final String RULE = "1 to 64 letters, digits, dots, hyphens, underscores or @";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");

    private OfficerCode() {}

    public static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }

    /** Whether it is somebody's number, which may not stand in a path, a log or a record. */
    public static boolean isPersonalNumber(String code) {
        return PERSONAL_NUMBER.matcher(code).matches();
    }
}
