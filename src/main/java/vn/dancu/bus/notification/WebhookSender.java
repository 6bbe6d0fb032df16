package vn.dancu.bus.notification;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.delivery.SendFailure;

/**
 * Sends a message of channel {@code webhook} by HTTP POST, signed as Standard Webhooks has it: {@code webhook-signature} is
 * {@code v1,} and the Base64 of HMAC-SHA-256 over {@code <webhook-id>.<webhook-timestamp>.<body>}.
 */
final class WebhookSender implements MessageSender {

    static final String CHANNEL = "webhook";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int GONE = 410;

    private final Map<String, NotificationSettings.Webhook> webhooks;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookSender(Map<String, NotificationSettings.Webhook> webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public @Nullable String send(Attempt attempt) throws SendFailure {
        NotificationSettings.Webhook to = webhooks.get(attempt.destination());
        if (to == null) {
            throw new SendFailure("webhook_not_set", false, null);
        }
        byte[] body = attempt.content() instanceof MessageContent.Bytes inline ? inline.bytes() : new byte[0];
        int status = post(to, attempt.id(), attempt.contentType(), body);
        if (status < 200 || status > 299) {
            throw new SendFailure("http_" + status, status == GONE, null);
        }
        return null;
    }

    /** Sends a signed body, and returns the status of the answer. */
    int post(NotificationSettings.Webhook to, UUID message, String contentType, byte[] body) throws SendFailure {
        return status(request(to, message.toString(), contentType, body));
    }

    private HttpRequest request(NotificationSettings.Webhook to, String id, String contentType, byte[] body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(to.url())
                .timeout(TIMEOUT)
                .header("Content-Type", contentType)
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(to.secret(), id + "." + timestamp + ".", body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private int status(HttpRequest request) throws SendFailure {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new SendFailure(e.getClass().getSimpleName(), false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendFailure("interrupted", false, e);
        }
    }

    private static String signature(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
