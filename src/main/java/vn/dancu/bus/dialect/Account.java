package vn.dancu.bus.dialect;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the other side gave us to call it with: user name, keys, codes, an access token, each under the name by which a
 * pack speaks of it. It is never printed.
 *
 * @param values by name; a value has no control characters, so that it cannot break a header
 */
public record Account(Map<String, String> values) {

    private static final Pattern VALUE = Pattern.compile("[^\\p{Cc}]+");

    public Account {
        values = Map.copyOf(values);
        values.forEach((name, value) -> {
            if (!Template.isName(name)) {
                throw new IllegalArgumentException("The name of an account value is letters and digits");
            }
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "The account value " + name + " is empty or has a control character");
            }
        });
    }

    @Override
    public String toString() {
        return "Account" + values.keySet().stream().sorted().toList() + "[masked]";
    }
}
