package vn.dancu.bus.http;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What an answer may be: JSON, whatever a client says that it accepts. Many send {@code Accept: text/html}, a picture or
 * nonsense without meaning it; what they accept counts only where an address has something else than JSON.
 */
public final class JsonWhateverAccepted implements ContentNegotiationStrategy {

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        List<MediaType> types = new ArrayList<>();
        types.add(JsonAnswer.JSON);
        String[] headers = request.getHeaderValues(HttpHeaders.ACCEPT);
        try {
            MediaType.parseMediaTypes(headers == null ? List.of() : List.of(headers)).stream()
                    .filter(type -> !type.getSubtype().endsWith("json"))
                    .forEach(types::add);
        } catch (InvalidMediaTypeException e) {
            // a nonsense Accept accepts everything
        }
        types.add(MediaType.ALL);
        return types;
    }
}
