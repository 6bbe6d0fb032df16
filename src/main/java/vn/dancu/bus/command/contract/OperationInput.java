package vn.dancu.bus.command.contract;

import java.util.List;
import java.util.Locale;
import vn.dancu.bus.command.text.BilingualText;

/**
 * A value that an operation takes.
 *
 * @param name as in the contract
 * @param required whether the operation needs it
 * @param secret whether it is asked for at the terminal and never taken as an argument, as a citizen's number is
 * @param choices the allowed values; empty when any value is allowed
 */
public record OperationInput(
        String name,
        Location location,
        Kind kind,
        boolean required,
        boolean secret,
        BilingualText description,
        List<String> choices) {

    /** Where the request holds the value. */
    public enum Location {
        PATH,
        QUERY,
        BODY
    }

    /** The type of the value in JSON. */
    public enum Kind {
        TEXT,
        /** A text that stands in a file: the option names the file. */
        FILE,
        NUMBER,
        BOOLEAN,
        /** A list of texts: the option may be given several times. */
        TEXTS,
        /** An object of texts: {@code name=value;name=value}. */
        OBJECT,
        /** A list of such objects. */
        OBJECTS
    }

    /** The name of the option, such as {@code --agreement-ends}. */
    public String option() {
        return "--" + name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    public boolean isList() {
        return kind == Kind.TEXTS || kind == Kind.OBJECTS;
    }
}
