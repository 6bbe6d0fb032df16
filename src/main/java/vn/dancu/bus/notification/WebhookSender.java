package vn.dancu.bus.notification;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.BodySignature;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.http.client.BoundedCall;

/** Sends a message by HTTP POST, signed as Standard Webhooks has it, with headers {@code webhook-id}, {@code -timestamp}, {@code -signature}. */
final class WebhookSender implements MessageSender {

    static final String CHANNEL = "webhook";

    /** Of pages of the change feed, which go to the same addresses. */
    static final String CHANGES = "changes";

    /** Header of an answer that signs what was received. */
    static final String RECEIPT = "webhook-receipt";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int GONE = 410;

    /** What a receiver says in its body is not read. */
    private static final int MAX_BYTES = 1024 * 1024;

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
        HttpResponse<byte[]> answer = answer(request(to, attempt.id().toString(), attempt.contentType(), body));
        int status = answer.statusCode();
        if (status < 200 || status > 299) {
            throw new SendFailure("http_" + status, status == GONE, null);
        }
        return answer.headers().firstValue(RECEIPT).orElse(null);
    }

    /** Sends a signed body, and returns the status of the answer. */
    int post(NotificationSettings.Webhook to, UUID message, String contentType, byte[] body) throws SendFailure {
        return answer(request(to, message.toString(), contentType, body)).statusCode();
    }

    private HttpRequest request(NotificationSettings.Webhook to, String id, String contentType, byte[] body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(to.url())
                .timeout(TIMEOUT)
                .header("Content-Type", contentType)
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", BodySignature.of(to.secret(), id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws SendFailure {
        try {
            return BoundedCall.send(http, request, TIMEOUT, MAX_BYTES);
        } catch (IOException e) {
            throw new SendFailure(e.getClass().getSimpleName(), false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendFailure("interrupted", false, e);
        }
    }
}
