package vn.dancu.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A flight recording of another process, from its start to its closing, by the JDK's {@code jcmd}. */
public final class Recording implements AutoCloseable {

    private static final String NAME = "bench";

    private final long pid;
    private final Path file;

    private Recording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /**
     * Starts with the settings {@code profile}: a sample every 10 ms of each of the threads that run. To be started before the warm-up, since
     * its start throws away compiled code.
     */
    public static Recording start(long pid, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The old recording cannot be deleted", e);
        }
        jcmd(pid, "JFR.start", "name=" + NAME, "settings=profile");
        return new Recording(pid, file);
    }

    @Override
    public void close() {
        jcmd(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
    }

    private static void jcmd(long pid, String verb, String... options) {
        String[] command = new String[3 + options.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        command[1] = Long.toString(pid);
        command[2] = verb;
        System.arraycopy(options, 0, command, 3, options.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(verb + " was refused by process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd of the JDK does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while recording", e);
        }
    }
}
