package vn.dancu.bus.partner.authority;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;

/**
 * A body that connects, or whose systems do.
 *
 * @param code its code by QĐ 20/2020/QĐ-TTg
 * @param registeredOlderCode its older code where it was registered against the rule of {@link AgencyCode#older()}; one
 *     that follows the rule becomes null
 * @param kind id of an {@link AuthorityKind}
 * @param name Vietnamese, 1 to 200 characters
 */
public record Authority(AgencyCode code, @Nullable String registeredOlderCode, String kind, String name) {

    private static final int LONGEST_NAME = 200;
    private static final Pattern OLDER = Pattern.compile("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}");

    public Authority {
        String given = registeredOlderCode;
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of an authority is 1 to 200 characters");
        }
        if (registeredOlderCode != null && !isOlderForm(registeredOlderCode)) {
            throw new IllegalArgumentException("An older code is such as 000.00.00.H41");
        }
        if (code.older().filter(it -> it.equals(given)).isPresent()) {
            registeredOlderCode = null;
        }
    }

    /** Whether the text has the form of TT 10/2016/TT-BTTTT. */
    public static boolean isOlderForm(String text) {
        return OLDER.matcher(text).matches();
    }

    /** The older code: as registered, or else by rule; empty when there is none. */
    public Optional<String> olderCode() {
        return registeredOlderCode == null ? code.older() : Optional.of(registeredOlderCode);
    }
}
