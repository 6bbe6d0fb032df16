package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.RecordsChecker;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.wire.DocumentInput;

/** {@link Records} of a JSON document. */
final class JsonRecords implements Records {

    private final JsonParser json;
    private final Grammar grammar;
    private final NodeJsonReader reading;
    private final RecordsChecker check;
    private final String root;
    private final ElementRule record;
    private final List<Attribute> attributes = new ArrayList<>(0);
    private final List<Node> others = new ArrayList<>(0);
    private final Set<String> seen = new HashSet<>();
    private @Nullable Node next;
    private final boolean bare;
    private boolean within;
    private boolean ended;

    JsonRecords(
            JsonParser json,
            Grammar grammar,
            NodeJsonReader reading,
            @Nullable String given,
            String name,
            Reaction reaction)
            throws IOException {
        this.json = json;
        this.grammar = grammar;
        this.reading = reading;
        json.nextToken();
        this.root = given != null && grammar.isNativeJson() ? given : named();
        this.check = new RecordsChecker(grammar, root, name, reaction);
        this.record = check.record();
        // With something beside its records, a bare array is written as an object.
        this.bare = grammar.isArray(root) && json.currentToken() == JsonToken.START_ARRAY;
        this.within = bare;
        if (!bare && json.currentToken() != JsonToken.START_OBJECT) {
            throw NodeJsonReader.malformed();
        }
    }

    private String named() throws IOException {
        String name = json.currentToken() == JsonToken.START_OBJECT ? json.nextFieldName() : null;
        if (name == null) {
            throw NodeJsonReader.malformed();
        }
        grammar.root(name);
        json.nextToken();
        return name;
    }

    @Override
    public Node head() {
        return Node.of(root, List.copyOf(others)).with(List.copyOf(attributes));
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                advance();
            }
            return next != null;
        } catch (JsonProcessingException e) {
            reading.drop();
            throw JsonFailures.of(e);
        } catch (InvalidPropertyException e) {
            reading.drop();
            throw e.refusal();
        } catch (BusException e) {
            reading.drop();
            throw e;
        } catch (IOException e) {
            reading.drop();
            BusException refusal = DocumentInput.behind(e);
            throw refusal != null ? refusal : new UncheckedIOException("A document cannot be read", e);
        }
    }

    @Override
    public Node next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Node read = Objects.requireNonNull(next);
        next = null;
        return read;
    }

    private void advance() throws IOException {
        if (within) {
            item();
            return;
        }
        String property = json.nextFieldName();
        if (property == null) {
            end();
            return;
        }
        json.nextToken();
        if (!seen.add(property)) {
            throw new InvalidPropertyException(ErrorCode.FIELD_DUPLICATED, "", "given once");
        }
        if (!property.equals(record.name())) {
            other(property);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            within = true;
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            record();
        }
    }

    // The other properties are few: they are read by the rules for one object.
    private void other(String property) throws IOException {
        reading.nextRecord();
        List<Node> read =
                new ObjectJsonReader(reading, grammar, reading.limits()).single(property, check.root(), 1, attributes);
        reading.limits().attributes(attributes.size());
        read.forEach(element -> check.isRecord(element, false));
        others.addAll(read);
    }

    private void item() throws IOException {
        if (json.nextToken() == JsonToken.END_ARRAY) {
            within = false;
            if (bare) {
                end();
            }
            return;
        }
        record();
    }

    private void record() throws IOException {
        reading.nextRecord();
        Node read = reading.value(new PropertyName(null, record.name()), record.rule(), 2);
        if (read == null) {
            throw NodeJsonReader.malformed();
        }
        check.isRecord(read, false);
        next = read;
    }

    private void end() throws IOException {
        ended = true;
        while (json.nextToken() != null) {
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw NodeJsonReader.malformed();
            }
        }
        check.end(head(), false);
    }

    @Override
    public void close() {
        List<Node> held = new ArrayList<>(others);
        if (next != null) {
            held.add(next);
        }
        new Message(grammar, Node.of(root, held)).close();
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be closed", e);
        }
    }
}
