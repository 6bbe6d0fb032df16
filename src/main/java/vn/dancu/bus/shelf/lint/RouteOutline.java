package vn.dancu.bus.shelf.lint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a file is and what it names, gathered while it is checked.
 *
 * @param file the file, or its one item of several, in the form that is checked and loaded
 * @param origin the file as it was read
 * @param kind what it holds
 * @param mentions what it names
 */
public record RouteOutline(RouteFile file, RouteFile origin, Kind kind, List<Mention> mentions) {

    /** What a file may hold, in the order of loading: what others need comes first. */
    public enum Kind {
        CONFIGURATION("routeConfiguration"),
        TEMPLATE("routeTemplate"),
        ROUTE("route"),
        TEMPLATED_ROUTE("templatedRoute");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        static Kind of(String key) {
            return Stream.of(values())
                    .filter(kind -> kind.key.equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As what something is named. */
    public enum Subject {
        /** The own id. */
        ID,
        /** The error handling that it needs. */
        CONFIGURATION,
        /** The template that it is made of. */
        TEMPLATE,
        /** The direct endpoint that it receives at. */
        ENTRY,
        /** The route that it sends to. */
        DIRECT,
        CHANNEL,
        DECLARED_PARAMETER,
        /** Declared without a default. */
        REQUIRED_PARAMETER,
        GIVEN_PARAMETER,
        USED_PARAMETER
    }

    /**
     * A name, where it stands.
     *
     * @param subject as what it is named
     * @param name the name
     * @param line from 1
     * @param column from 1
     */
    public record Mention(Subject subject, String name, int line, int column) {}

    public RouteOutline {
        mentions = List.copyOf(mentions);
    }

    /** The id of what it holds. */
    public String id() {
        return on(Subject.ID).get(0).name();
    }

    /** Whether it is a part of routes, and no route itself. */
    public boolean isDefinition() {
        return kind == Kind.CONFIGURATION || kind == Kind.TEMPLATE;
    }

    /** Those on that subject, in the order of the file. */
    public List<Mention> on(Subject subject) {
        return mentions.stream().filter(mention -> mention.subject() == subject).toList();
    }

    /** The names on that subject. */
    public List<String> names(Subject subject) {
        return on(subject).stream().map(Mention::name).toList();
    }

    /** The finding that what is named there breaks a rule. */
    public RouteFinding finding(Mention at, RouteRule rule, String... values) {
        return new RouteFinding(file.source(), at.line(), at.column(), rule, List.of(values));
    }

    /** The finding that the file as a whole breaks a rule. */
    public RouteFinding finding(RouteRule rule, String... values) {
        return new RouteFinding(file.source(), 1, 1, rule, List.of(values));
    }
}
