package vn.dancu.bus.drill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** A log that people read: what happened, and how long it took. */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final Path file;
    private final long start = System.nanoTime();

    Story(Path file) {
        this.file = file;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String text) {
        double at = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        String line = String.format(Locale.ROOT, "%7.2f s  %s%n", at, text);
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is so, and tells how long after that moment it was. */
    Duration until(long from, String what, BooleanSupplier so) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(OFTEN).until(so::getAsBoolean);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        tell(what + " after " + took.toMillis() + " ms");
        return took;
    }
}
