package vn.dancu.bus.message.population.field;

/** Property names and element names: the same but for the first letter. */
public final class PropertyNames {

    private PropertyNames() {}

    public static String element(String property) {
        return property.isEmpty() ? property : Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    public static String property(String element) {
        return element.isEmpty() ? element : Character.toLowerCase(element.charAt(0)) + element.substring(1);
    }

    /** A path of property names as a path of element names. */
    public static String elements(String path) {
        StringBuilder elements = new StringBuilder(path.length());
        for (String property : path.split("/", -1)) {
            elements.append(elements.isEmpty() ? "" : "/").append(element(property));
        }
        return elements.toString();
    }

    /** Whether a property name is one that an element name can have become. */
    public static boolean isProperty(String name) {
        return !name.isEmpty() && name.charAt(0) >= 'a' && name.charAt(0) <= 'z';
    }

    /** A path of element names as a path of property names. */
    public static String properties(String path) {
        StringBuilder properties = new StringBuilder(path.length());
        for (String element : path.split("/", -1)) {
            properties.append(properties.isEmpty() ? "" : "/").append(property(element));
        }
        return properties.toString();
    }
}
