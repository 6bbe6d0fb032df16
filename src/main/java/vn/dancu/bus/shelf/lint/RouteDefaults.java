package vn.dancu.bus.shelf.lint;

/**
 * What a bundle says for those of its routes that do not say it themselves, as visual designers leave it out.
 *
 * @param errors id of the error configuration
 * @param description what the routes are for
 */
public record RouteDefaults(String errors, String description) {}
