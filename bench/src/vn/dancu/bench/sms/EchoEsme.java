package vn.dancu.bench.sms;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** What the SMPP library alone does: each deliver_sm is acknowledged and given back by submit_sm, in memory. */
public final class EchoEsme implements MessageReceiverListener {

    private final SMPPSession session = new SMPPSession();
    private final ExecutorService window;

    private EchoEsme(int window) {
        this.window = Executors.newFixedThreadPool(window);
    }

    /** {@code <port> <system id> <password> <window>}; runs until its process is ended. */
    public static void main(String[] arguments) throws IOException {
        EchoEsme echo = new EchoEsme(Integer.parseInt(arguments[3]));
        echo.session.setMessageReceiverListener(echo);
        echo.session.setTransactionTimer(10_000);
        echo.session.setPduProcessorDegree(4);
        echo.session.setQueueCapacity(10_000);
        echo.session.connectAndBind(
                "127.0.0.1",
                Integer.parseInt(arguments[0]),
                new BindParameter(
                        BindType.BIND_TRX,
                        arguments[1],
                        arguments[2],
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm text) {
        if ((text.getEsmClass() & 0x04) == 0) {
            window.execute(() -> answer(text));
        }
    }

    private void answer(DeliverSm text) {
        try {
            session.submitShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    text.getDestAddress(),
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    text.getSourceAddr(),
                    new ESMClass(),
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    new RegisteredDelivery(1),
                    (byte) 0,
                    new RawDataCoding((byte) 0),
                    (byte) 0,
                    text.getShortMessage());
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            throw new IllegalStateException("The echo failed", e);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // None is sent.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm text, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("Not echoed", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
