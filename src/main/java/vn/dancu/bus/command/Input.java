package vn.dancu.bus.command;

import java.util.List;
import java.util.Locale;

/**
 * One value that an operation takes.
 *
 * @param name as in the contract
 * @param required whether the operation needs it
 * @param secret whether it is asked for at the terminal and never an argument: a citizen's number
 * @param choices the values that there are; empty when there are others
 */
record Input(
        String name, Place place, Kind kind, boolean required, boolean secret, Text description, List<String> choices) {

    /** Where it travels. */
    enum Place {
        PATH,
        QUERY,
        BODY
    }

    /** What it is in JSON. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** A list of texts: the option may be given several times. */
        TEXTS,
        /** An object of texts: {@code name=value;name=value}. */
        OBJECT,
        /** A list of such objects. */
        OBJECTS
    }

    /** As {@code --agreement-ends}. */
    String option() {
        return "--" + name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    boolean isList() {
        return kind == Kind.TEXTS || kind == Kind.OBJECTS;
    }
}
