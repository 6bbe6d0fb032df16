package vn.dancu.bus.gateway;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted while it is read and ends in a refusal where it grows over the limit. */
final class CountedRequest extends HttpServletRequestWrapper {

    private final AtomicLong counter;
    private final long limit;
    private @Nullable ServletInputStream input;
    private @Nullable BufferedReader reader;

    CountedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.counter = RequestSize.count(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream counted = input;
        if (counted == null) {
            counted = new CountedInput(super.getInputStream(), counter, limit);
            input = counted;
        }
        return counted;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        BufferedReader open = reader;
        if (open == null) {
            String encoding = getCharacterEncoding();
            Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            open = new BufferedReader(new InputStreamReader(getInputStream(), charset));
            reader = open;
        }
        return open;
    }
}
