/** The house rules as tests: walls between rooms, style, routes, documents, package. Every failure says the repair. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.architecture;
