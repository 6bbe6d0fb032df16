package vn.dancu.bus.shelf.lint;

/**
 * A file of routes as it was read, once: what is checked is what is loaded.
 *
 * @param path in the folder, with slashes
 * @param text empty when it could not be read
 * @param readable whether it is UTF-8 of a sensible size
 */
public record RouteFile(String path, String text, boolean readable) {

    private static final String ENDING = ".camel.yaml";

    /** Whether it is one by its name; another file beside the routes is never loaded. */
    boolean isNamedAsRoute() {
        return path.endsWith(ENDING);
    }

    /** The id that its name promises. */
    public String id() {
        String name = path.substring(path.lastIndexOf('/') + 1);
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
