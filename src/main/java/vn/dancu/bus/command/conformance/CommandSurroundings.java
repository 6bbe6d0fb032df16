package vn.dancu.bus.command.conformance;

import org.jspecify.annotations.Nullable;

/** What the command that is run has around it. */
public interface CommandSurroundings {

    /** The address that is to be asked. */
    String url();

    /** Whether the output is JSON. */
    boolean json();

    /** A variable of the environment; null where it is empty. */
    @Nullable
    String environment(String name);

    /** The text of a file that the user names; ends the command where there is none. */
    String file(String name);

    /** What ends the command, since it was called in the wrong way. */
    RuntimeException misused(String text);

    /** What ends the command, since nobody signed in. */
    RuntimeException notAllowed(String text);
}
