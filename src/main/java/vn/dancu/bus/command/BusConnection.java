package vn.dancu.bus.command;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import vn.dancu.bus.command.text.CommandTexts;

/** Sends requests to the bus; what keeps it from being reached is a {@link CommandFailure} that says what to look at. */
final class BusConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_CAUSES = 10;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final GlobalOptions options;
    private final CommandTexts words;

    BusConnection(GlobalOptions options, CommandTexts words) {
        this.options = options;
        this.words = words;
    }

    /** A request to that path of the bus, in the language of the command. */
    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(address(target))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept-Language", words.language().getLanguage());
    }

    HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.UNAVAILABLE,
                    words.of(reason(e, "https".equals(request.uri().getScheme())), options.url()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.away", options.url()));
        }
    }

    /** A request carries credentials, so it goes over the network only under TLS. */
    private URI address(String target) {
        try {
            URI address = URI.create(options.url().replaceFirst("/+$", "") + target);
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
            if (safe && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new CommandFailure(ExitCodes.USAGE, words.of("url.wrong", options.url()));
    }

    private static String reason(IOException failure, boolean tls) {
        if (has(failure, UnresolvedAddressException.class)) {
            return "bus.nohost";
        }
        // The last: a trust store that is empty, or that Java reads as empty without its password.
        if (has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)
                || has(failure, InvalidAlgorithmParameterException.class)) {
            return "bus.untrusted";
        }
        if (has(failure, CertificateException.class)) {
            return "bus.othername";
        }
        // A server that speaks no TLS answers something else, or closes the connection.
        if (has(failure, SSLException.class) || tls && has(failure, EOFException.class)) {
            return "bus.notls";
        }
        if (has(failure, HttpTimeoutException.class) && !has(failure, HttpConnectTimeoutException.class)) {
            return "bus.slow";
        }
        return has(failure, ConnectException.class) ? "bus.away" : "bus.broken";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < MAX_CAUSES; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
