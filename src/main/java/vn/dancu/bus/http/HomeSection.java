package vn.dancu.bus.http;

import java.util.Map;

/** A section that a room adds to the home page of the bus; a bean. */
public interface HomeSection {

    /** Name of a template with a fragment {@code section}. */
    String template();

    /** What the template shows, as {@code it}; read anew for each page. */
    Map<String, Object> values();
}
