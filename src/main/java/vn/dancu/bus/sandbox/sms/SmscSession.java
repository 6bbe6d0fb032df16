package vn.dancu.bus.sandbox.sms;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.Fault;

/** One who is bound to receive. */
record SmscSession(SMPPServerSession session, SmscConnection connection) {

    /** Sends a message and waits for the response. */
    void deliver(MobileText text, @Nullable Fault fault)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        if (fault != null && fault.fault() == Fault.Kind.DROP) {
            connection.close();
            throw new IOException("A fault that was asked for");
        }
        connection.play(fault);
        MobileText.Wire wire = text.wire();
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                wire.from(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.ISDN,
                wire.to(),
                new ESMClass(wire.esmClass()),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) wire.dataCoding()),
                wire.content(),
                wire.parameters().toArray(OptionalParameter[]::new));
    }
}
