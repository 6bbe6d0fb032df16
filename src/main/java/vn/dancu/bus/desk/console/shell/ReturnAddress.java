package vn.dancu.bus.desk.console.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page from which a form was sent: a path of the console, or the first page where it is anything else. */
final class ReturnAddress {

    private static final Pattern OWN = Pattern.compile("/desk(?:/[A-Za-z0-9._~@:-]+)*(?:\\?[A-Za-z0-9._~@:%&=+-]*)?");
    private static final String FIRST = "/desk";
    private static final int MAX_LENGTH = 1000;

    static String of(@Nullable String page) {
        if (page == null || page.length() > MAX_LENGTH || page.contains("/..")) {
            return FIRST;
        }
        return OWN.matcher(page).matches() ? page : FIRST;
    }

    private ReturnAddress() {}
}
