package vn.dancu.bus.shelf.lint;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of routes as it was read, once: what is checked is what is loaded.
 *
 * @param path in the folder, with slashes; {@code #} and an id behind it name one item of a file with several
 * @param text empty when it could not be read
 * @param readable whether it is UTF-8 of a sensible size
 * @param defaults what its bundle says for routes that leave it out; null where every route says it
 */
public record RouteFile(String path, String text, boolean readable, @Nullable RouteDefaults defaults) {

    private static final String YAML_ENDING = ".camel.yaml";
    private static final String XML_ENDING = ".camel.xml";
    private static final String DESIGNER_ENDING = ".yaml";
    private static final char ITEM = '#';

    /** One without defaults. */
    public RouteFile(String path, String text, boolean readable) {
        this(path, text, readable, null);
    }

    /** Whether it is one by its name; another file beside the routes is never loaded. */
    boolean isNamedAsRoute() {
        return path.endsWith(YAML_ENDING) || path.endsWith(XML_ENDING);
    }

    /** Whether its name has the ending that visual designers give, which promises no id; only a manifest can name it. */
    boolean isOfDesigner() {
        return path.endsWith(DESIGNER_ENDING) && !isNamedAsRoute();
    }

    boolean isXml() {
        return path.endsWith(XML_ENDING);
    }

    /** One item of this file, as a file of one. */
    RouteFile item(String id, String part) {
        return new RouteFile(path + ITEM + id, part, readable, defaults);
    }

    /** The one item of this file. */
    RouteFile only(String part) {
        return new RouteFile(path, part, readable, defaults);
    }

    /** The path of the file that this is or is an item of. */
    public String source() {
        int item = path.indexOf(ITEM);
        return item < 0 ? path : path.substring(0, item);
    }

    /** The id that its name promises. */
    public String id() {
        String name = source().substring(path.lastIndexOf('/') + 1);
        Optional<String> ending =
                Stream.of(YAML_ENDING, XML_ENDING).filter(name::endsWith).findFirst();
        return ending.map(each -> name.substring(0, name.length() - each.length()))
                .orElse(name);
    }

    /** The name of the file without its ending, for a route that has no id. */
    String stem() {
        String id = id();
        return id.endsWith(DESIGNER_ENDING) ? id.substring(0, id.length() - DESIGNER_ENDING.length()) : id;
    }

    /** The name of the folder that it lies in; empty at the top. */
    String folder() {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    boolean isOfPartner() {
        return path.startsWith("partners/");
    }
}
