package vn.dancu.bus.sandbox.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.SubmitSmResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.sandbox.fault.Fault;

/** Lets one connection bind: as transmitter, receiver or both, to the operator that it names. */
record SmscBind(
        SmscConnection connection,
        Function<String, Optional<SmscOperator>> operators,
        Duration responseTimeout,
        Consumer<SmscConnection> ended) {

    private static final Logger LOGGER = LoggerFactory.getLogger(SmscBind.class);
    private static final int INITIATION_MILLIS = 5000;
    private static final int ENQUIRE_LINK_MILLIS = 30_000;
    private static final int PROCESSORS = 4;
    private static final int QUEUE = 1000;

    void run() {
        try {
            connection.setSoTimeout(INITIATION_MILLIS);
            SMPPServerSession session = new SMPPServerSession(
                    connection, null, null, null, PROCESSORS, QUEUE, new SynchronizedPDUSender(), new BoundedPdus());
            session.setTransactionTimer(responseTimeout.toMillis());
            decide(session.waitForBind(INITIATION_MILLIS), session);
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
            LOGGER.atDebug().setCause(e).log("A connection to the simulated SMSC ended before it was bound");
            connection.close();
            ended.accept(connection);
        }
    }

    private void decide(BindRequest request, SMPPServerSession session) throws IOException, PDUStringException {
        SmscOperator operator = operators.apply(request.getSystemId()).orElse(null);
        if (operator == null) {
            refuse(request, SMPPConstant.STAT_ESME_RINVSYSID);
            return;
        }
        if (!operator.settings().password().equals(request.getPassword())) {
            refuse(request, SMPPConstant.STAT_ESME_RINVPASWD);
            return;
        }
        Fault fault = operator.faults().next(SmscCommand.BIND).orElse(null);
        if (fault == null) {
            accept(request, session, operator);
            return;
        }
        switch (fault.fault()) {
            case FAIL ->
                refuse(
                        request,
                        fault.code().isEmpty() ? SMPPConstant.STAT_ESME_RBINDFAIL : Integer.decode(fault.code()));
            case DROP -> {
                connection.close();
                ended.accept(connection);
            }
            case SLOW ->
                CompletableFuture.delayedExecutor(fault.delayMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> acceptLate(request, session, operator));
            case SILENT -> LOGGER.atDebug().log("The simulated SMSC does not answer a bind");
            default -> accept(request, session, operator);
        }
    }

    private void refuse(BindRequest request, int status) throws IOException {
        request.reject(status);
        // Whoever is refused closes the connection; a client may lose the answer when it is closed at once.
        CompletableFuture.delayedExecutor(INITIATION_MILLIS, TimeUnit.MILLISECONDS)
                .execute(connection::close);
        ended.accept(connection);
    }

    private void acceptLate(BindRequest request, SMPPServerSession session, SmscOperator operator) {
        try {
            accept(request, session, operator);
        } catch (IOException | PDUStringException | IllegalStateException e) {
            LOGGER.atDebug().setCause(e).log("A late bind to the simulated SMSC found no connection");
        }
    }

    private void accept(BindRequest request, SMPPServerSession session, SmscOperator operator)
            throws IOException, PDUStringException {
        session.setMessageReceiverListener(new SubmitReceiver(operator, connection));
        session.setResponseDeliveryListener(new ServerResponseDeliveryAdapter() {
            @Override
            public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession source) {
                operator.responded(result.getMessageId());
            }

            @Override
            public void onSubmitSmRespError(SubmitSmResult result, Exception cause, SMPPServerSession source) {
                operator.responded(result.getMessageId());
            }
        });
        session.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
        connection.playFrom(operator.faults());
        SmscSession bound = new SmscSession(session, connection);
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                operator.lanes().unbound(bound);
                ended.accept(connection);
            }
        });
        request.accept(operator.settings().systemId(), InterfaceVersion.IF_34);
        if (session.getSessionState().isReceivable()) {
            operator.lanes().bound(bound);
        }
    }
}
