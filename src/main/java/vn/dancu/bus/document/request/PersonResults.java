package vn.dancu.bus.document.request;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/** The results of one file in the order of its questions: in memory where they are few, else in sealed files. */
interface PersonResults {

    Cursor open();

    /** Goes through them once. */
    interface Cursor extends Closeable {
        /** The next one; null at the end. */
        @Nullable
        PersonResult next() throws IOException;
    }

    static PersonResults of(List<PersonResult> results) {
        return () -> new Listed(results.iterator());
    }

    /** Those that lie in these files, one after the other. */
    static PersonResults of(ClaimChecks claims, List<ClaimCheck> chunks) {
        return () -> new Stored(claims, chunks.iterator());
    }

    /** In memory. */
    record Listed(Iterator<PersonResult> rest) implements Cursor {
        @Override
        public @Nullable PersonResult next() {
            return rest.hasNext() ? rest.next() : null;
        }

        @Override
        public void close() {}
    }

    /** In files, of which one is open at a time. */
    final class Stored implements Cursor {

        private final ClaimChecks claims;
        private final Iterator<ClaimCheck> rest;
        private @Nullable DataInputStream current;

        private Stored(ClaimChecks claims, Iterator<ClaimCheck> rest) {
            this.claims = claims;
            this.rest = rest;
        }

        @Override
        public @Nullable PersonResult next() throws IOException {
            while (current != null || rest.hasNext()) {
                if (current == null) {
                    current = new DataInputStream(new BufferedInputStream(claims.open(rest.next())));
                }
                PersonResult result = PersonResult.read(current);
                if (result != null) {
                    return result;
                }
                close();
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            DataInputStream open = current;
            current = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
