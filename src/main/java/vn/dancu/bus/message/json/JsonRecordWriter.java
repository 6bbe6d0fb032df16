package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.RecordWriter;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule.Complex;

/** {@link RecordWriter} of a JSON document. */
final class JsonRecordWriter implements RecordWriter {

    private final JsonGenerator json;
    private final NodeJsonWriter writing;
    private final Complex rule;
    private final boolean wrapped;
    private final boolean array;
    private boolean started;

    JsonRecordWriter(JsonGenerator json, Grammar grammar, Node head) throws IOException {
        if (!(grammar.root(head.name()) instanceof Complex complex)) {
            throw new IllegalArgumentException("A root with records has elements");
        }
        this.json = json;
        this.writing = new NodeJsonWriter(json, grammar);
        this.rule = complex;
        this.wrapped = !grammar.isNativeJson();
        // A bare array has no place for what stands beside the records.
        this.array = grammar.isArray(head.name())
                && head.attributes().isEmpty()
                && head.children().isEmpty();
        if (wrapped) {
            json.writeStartObject();
            json.writeFieldName(PropertyName.of(head));
        }
        if (array) {
            json.writeStartArray();
        } else {
            json.writeStartObject();
            writing.attributes(head, complex);
            writing.children(head.children(), complex);
        }
    }

    @Override
    public void write(Node element) {
        try {
            if (!started && !array) {
                json.writeArrayFieldStart(PropertyName.of(element));
            }
            started = true;
            writing.item(rule, element);
        } catch (IOException e) {
            throw new UncheckedIOException("A record cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            if (array || started) {
                json.writeEndArray();
            }
            if (!array) {
                json.writeEndObject();
            }
            if (wrapped) {
                json.writeEndObject();
            }
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be ended", e);
        }
    }
}
