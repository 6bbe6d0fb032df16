package vn.dancu.bus.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Writes answers in JSON, UTF-8, complete before the first byte leaves: what cannot be written becomes a whole refusal. */
public final class WholeJsonConverter extends MappingJackson2HttpMessageConverter {

    public WholeJsonConverter(ObjectMapper mapper) {
        super(mapper);
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
    }

    @Override
    protected void writeInternal(Object answer, @Nullable Type type, HttpOutputMessage out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        out.getHeaders().setContentType(JsonAnswer.JSON);
        super.writeInternal(answer, type, new Buffer(out.getHeaders(), whole));
        out.getHeaders().setContentLength(whole.size());
        whole.writeTo(out.getBody());
    }

    private record Buffer(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
