package vn.dancu.bus.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The media types of answers in JSON. The charset is said although JSON has one alone: older clients guess without it. */
public final class JsonAnswer {

    public static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    public static final MediaType PROBLEM = new MediaType(MediaType.APPLICATION_PROBLEM_JSON, StandardCharsets.UTF_8);

    private JsonAnswer() {}
}
