package vn.dancu.bus.sandbox.phone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** Orders the faults of the simulated SMSC: GET shows the plans and what was played, PUT sets them, DELETE ends them. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/sms/faults")
class SmscFaultController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockSmsc smsc;

    SmscFaultController(MockSmsc smsc) {
        this.smsc = smsc;
    }

    /** For each operator its faults. */
    @GetMapping
    ArrayNode shown(@RequestParam(value = "operator", required = false) @Nullable String operator) {
        ArrayNode all = JSON.createArrayNode();
        try {
            for (FaultPlan plan : plans(operator)) {
                all.add(JSON.readTree(plan.shown()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @PutMapping
    ArrayNode replace(
            @RequestParam(value = "operator", required = false) @Nullable String operator, @RequestBody byte[] faults) {
        try {
            for (FaultPlan plan : plans(operator)) {
                plan.replace(new ByteArrayInputStream(faults));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "body", "a list of faults that the SMSC can play");
        }
        return shown(operator);
    }

    @DeleteMapping
    ArrayNode clear(@RequestParam(value = "operator", required = false) @Nullable String operator) {
        plans(operator).forEach(FaultPlan::clear);
        return shown(operator);
    }

    private List<FaultPlan> plans(@Nullable String operator) {
        List<FaultPlan> plans = smsc.faults(operator);
        if (plans.isEmpty()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "operator", "of dancu.sandbox.sms.operators");
        }
        return plans;
    }
}
