package vn.dancu.bus.camel.enrichment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.enrichment.intake.FileUpload;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/** Gives a delivery to the intake and says what became of it. */
final class DeliveryTaker extends DefaultProducer {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryTaker.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final EnrichmentIntake intake;
    private final DeliverySpot spot;

    DeliveryTaker(EnrichmentEndpoint endpoint, EnrichmentIntake intake, DeliverySpot spot) {
        super(endpoint);
        this.intake = intake;
        this.spot = spot;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException, JMSException {
        Deliverer by = spot.deliverer(exchange);
        ObjectNode answer = JSON.createObjectNode();
        try {
            take(exchange, by, answer);
            exchange.getMessage().setHeader(EnrichmentHeaders.OUTCOME, EnrichmentHeaders.DONE);
        } catch (BusException e) {
            if (!e.refusal().code().isClientFault()) {
                throw e;
            }
            refuse(answer, e.refusal());
            log(exchange, by, e.refusal());
            exchange.getMessage().setHeader(EnrichmentHeaders.OUTCOME, EnrichmentHeaders.REFUSED);
        }
        exchange.getMessage().setBody(JSON.writeValueAsBytes(answer));
        exchange.getMessage().removeHeaders("DanCu(Manifest|Upload)");
        spot.address(exchange, by);
    }

    private void take(Exchange exchange, Deliverer by, ObjectNode answer)
            throws IOException, InvalidPayloadException, JMSException {
        Message message = exchange.getMessage();
        String upload = message.getHeader(EnrichmentHeaders.UPLOAD, String.class);
        if (upload != null) {
            FileUpload whole = intake.complete(by, id(upload));
            UUID job = whole.job();
            if (job == null) {
                // Somebody else is at it, who will say what becomes of it.
                throw new BusException(ErrorCode.OVERLOADED, null);
            }
            say(answer, job, whole.isRepeated());
            return;
        }
        byte[] manifest = spot.manifest(exchange, by);
        try (InputStream file = LimitedBody.open(message)) {
            EnrichmentJobs.Receipt receipt = intake.take(by, manifest, file);
            say(answer, receipt.job(), !receipt.isNew());
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, EnrichmentHeaders.UPLOAD, "an id as the bus gave it");
        }
    }

    private static void say(ObjectNode answer, UUID job, boolean isRepeated) {
        answer.put("congViec", job.toString());
        answer.put("daCo", isRepeated);
    }

    private static void refuse(ObjectNode answer, Refusal refusal) {
        answer.put("code", refusal.code().code());
        put(answer, "field", refusal.field());
        put(answer, "rule", refusal.rule());
        answer.put("occurrence", refusal.occurrence().toString());
    }

    private static void log(Exchange exchange, Deliverer by, Refusal refusal) {
        LOGGER.atWarn()
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue(LogKeys.ERROR_CODE, refusal.code())
                .addKeyValue(LogKeys.PARTNER, by.partner())
                .addKeyValue(LogKeys.ROUTE_ID, exchange.getFromRouteId())
                .log("A delivery of a source was refused");
    }

    private static void put(ObjectNode answer, String name, @Nullable String value) {
        if (value != null) {
            answer.put(name, value);
        }
    }
}
