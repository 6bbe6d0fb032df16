package vn.dancu.bus.feed.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.ChangeEvent;
import vn.dancu.bus.feed.ChangePage;

/** The body of a push: the page as it is read, and the cursor with which it was. */
final class PushedPage {

    private static final JsonFactory JSON = new JsonFactory();

    private PushedPage() {}

    static byte[] json(ChangeCursor after, ChangePage page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator to = JSON.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("sau", after.text());
            to.writeArrayFieldStart("suKien");
            for (ChangeEvent event : page.events()) {
                to.writeRawValue(new String(event.json(), StandardCharsets.UTF_8));
            }
            to.writeEndArray();
            to.writeStringField("tiepTheo", page.next().text());
            to.writeBooleanField("conNua", page.hasMore());
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
