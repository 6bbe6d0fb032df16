package vn.dancu.bus.dialect.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.dancu.bus.dialect.CredentialRecipe;
import vn.dancu.bus.dialect.Template;

/** Reads what a pack says with places for values: headers, parameters, fields. */
final class TemplateReader {

    static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    static final String HEADER_RULE = "is not the name of a header (RFC 9110, token, at most 64 characters)";

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern VISIBLE = Pattern.compile("[ -~]{1,512}");

    /** What the HTTP client makes of itself. */
    private static final Set<String> OF_HTTP =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect");

    private TemplateReader() {}

    /** Further headers; none that the client or the credentials make. */
    static Map<String, Template> headers(Optional<PackNode> node, CredentialRecipe credentials) {
        Map<String, Template> headers = new LinkedHashMap<>();
        Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        node.ifPresent(it -> it.keys().forEach((name, place, value) -> {
            if (!HEADER.matcher(name).matches()) {
                place.broken(HEADER_RULE);
            } else if (seen.put(name, name) != null) {
                place.broken("stands twice: headers do not know small letters from capital ones");
            } else if (OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
                place.broken("is made by the HTTP client");
            } else if (isOfCredentials(name, credentials)) {
                place.broken("is made by the credentials");
            }
            headers.put(name.equalsIgnoreCase("Content-Type") ? "Content-Type" : name, headerValue(value));
        }));
        return headers;
    }

    /** The name of a header that the credentials make. */
    static String headerName(PackNode node) {
        String name = node.text(HEADER, HEADER_RULE);
        if (name.equalsIgnoreCase("Content-Type") || OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
            node.broken("is a header that the HTTP client makes");
        }
        return name;
    }

    /** The value of a header: one line, since a line break would begin a header of its own. */
    static Template headerValue(PackNode value) {
        String text = value.text(VISIBLE, "is 1 to 512 visible ASCII characters and spaces, with no line break");
        return template(value, text);
    }

    /** Fields of a body or parameters of an address. */
    static Map<String, Template> fields(Optional<PackNode> node) {
        Map<String, Template> fields = new LinkedHashMap<>();
        node.ifPresent(it -> it.keys().forEach((name, place, value) -> {
            requireProperty(name, place);
            fields.put(name, template(value, value.text()));
        }));
        return fields;
    }

    static boolean isProperty(String name) {
        return PROPERTY.matcher(name).matches();
    }

    private static void requireProperty(String name, PackNode place) {
        if (!isProperty(name)) {
            place.broken("is not a name of 1 to 64 letters, digits and _.-");
        }
    }

    private static Template template(PackNode value, String text) {
        try {
            return Template.of(text);
        } catch (IllegalArgumentException e) {
            value.broken(String.valueOf(e.getMessage()));
            return Template.of("");
        }
    }

    private static boolean isOfCredentials(String name, CredentialRecipe credentials) {
        if (credentials instanceof CredentialRecipe.BasicDigest) {
            return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Timestamp");
        }
        if (credentials instanceof CredentialRecipe.Bearer) {
            return name.equalsIgnoreCase("Authorization");
        }
        if (credentials instanceof CredentialRecipe.LgspToken lgsp) {
            return name.equalsIgnoreCase(lgsp.header());
        }
        return credentials instanceof CredentialRecipe.HmacHeaders hmac
                && name.regionMatches(true, 0, hmac.prefix(), 0, hmac.prefix().length());
    }
}
