package vn.dancu.bus.gateway.xroad;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WholeAnswer;
import vn.dancu.bus.gateway.fault.FaultEnvelopes;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.StrictJson;
import vn.dancu.bus.kernel.Refusal;

/**
 * A refusal as X-Road's clients read one: over SOAP a fault under status 200, which a security server passes on unchanged; over
 * REST an object with type, message and detail under the status of its code. {@code X-Road-Error} is never set: it says that a
 * security server failed, not its provider (PR-REST §4.6).
 */
public final class XRoadRefusalWriter implements RefusalWriter {

    private static final int OK = 200;
    private static final String PREFIX = "SOAP-ENV";

    private final FaultEnvelopes faults;

    public XRoadRefusalWriter(FaultEnvelopes faults) {
        this.faults = faults;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        if (Door.takesMessage(request)) {
            byte[] fault = faults.of(
                    refusal,
                    PREFIX,
                    XRoadFaultCodes.of(refusal),
                    refusal.occurrence().toString());
            WholeAnswer.write(request, response, OK, "text/xml;charset=UTF-8", fault);
        } else {
            WholeAnswer.write(
                    request,
                    response,
                    refusal.code().httpStatus(),
                    JsonAnswer.JSON.toString(),
                    error(refusal).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private ObjectNode error(Refusal refusal) {
        ObjectNode error = StrictJson.MAPPER.createObjectNode();
        error.put("type", XRoadFaultCodes.of(refusal));
        error.put("message", faults.text(refusal));
        error.put("detail", refusal.occurrence().toString());
        error.put("code", refusal.code().code());
        put(error, "field", refusal.field());
        put(error, "rule", refusal.rule());
        return error;
    }

    private static void put(ObjectNode error, String name, @Nullable String value) {
        if (value != null) {
            error.put(name, value);
        }
    }
}
