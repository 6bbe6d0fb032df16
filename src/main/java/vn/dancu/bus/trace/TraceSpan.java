package vn.dancu.bus.trace;

/** A span that has begun; closing ends it. */
public interface TraceSpan extends AutoCloseable {

    /** The span where none is made. */
    TraceSpan NONE = new TraceSpan() {
        @Override
        public void tag(String key, String value) {}

        @Override
        public void close() {}
    };

    /** Adds an attribute: a code of ours or of a partner, never what a message said of a person. */
    void tag(String key, String value);

    @Override
    void close();
}
