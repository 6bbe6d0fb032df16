package vn.dancu.bus.gateway.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WholeAnswer;
import vn.dancu.bus.gateway.signature.AnswerSigning;
import vn.dancu.bus.kernel.Refusal;

/** A refusal at the SOAP doors, signed where the answer would have been. */
public final class FaultWriter implements RefusalWriter {

    /** SOAP 1.1 §6.2: every fault has status 500. */
    private static final int FAULT = 500;

    private static final String PREFIX = "soap";

    private final FaultEnvelopes faults;

    public FaultWriter(FaultEnvelopes faults) {
        this.faults = faults;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        byte[] fault = faults.of(refusal, PREFIX, PREFIX + ":" + refusal.code().faultCode(), null);
        WholeAnswer.write(request, response, FAULT, "text/xml;charset=UTF-8", AnswerSigning.applied(request, fault));
    }
}
