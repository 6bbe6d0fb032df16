package vn.dancu.bus.shelf.lint;

/**
 * A file of routes as it was read, once: what is checked is what is loaded.
 *
 * @param path in the folder, with slashes; {@code #} and an id behind it name one item of a file with several
 * @param text empty when it could not be read
 * @param readable whether it is UTF-8 of a sensible size
 */
public record RouteFile(String path, String text, boolean readable) {

    private static final String ENDING = ".camel.yaml";
    private static final String DESIGNER_ENDING = ".yaml";
    private static final char ITEM = '#';

    /** Whether it is one by its name; another file beside the routes is never loaded. */
    boolean isNamedAsRoute() {
        return path.endsWith(ENDING);
    }

    /** Whether its name has the ending that visual designers give, which promises no id; only a manifest can name it. */
    boolean isOfDesigner() {
        return path.endsWith(DESIGNER_ENDING) && !isNamedAsRoute();
    }

    /** One item of this file, as a file of one. */
    RouteFile item(String id, String part) {
        return new RouteFile(path + ITEM + id, part, readable);
    }

    /** The path of the file that this is or is an item of. */
    public String source() {
        int item = path.indexOf(ITEM);
        return item < 0 ? path : path.substring(0, item);
    }

    /** The id that its name promises. */
    public String id() {
        String name = source().substring(path.lastIndexOf('/') + 1);
        return isNamedAsRoute() ? name.substring(0, name.length() - ENDING.length()) : name;
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
