package vn.dancu.bus.sandbox.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.server.EmbeddedServer;
import vn.dancu.bus.sandbox.server.LoopbackPort;

/**
 * The simulated SMSC on a port of its own. Drills may take it away for a while: what subscribers wrote waits for the next
 * bind. It starts before Camel's routes, which bind to it, and stops after them.
 */
public final class MockSmsc implements EmbeddedServer, SmartLifecycle, AutoCloseable {

    static final String PORT_KEY = "dancu.sandbox.sms.port";

    private static final Logger LOGGER = LoggerFactory.getLogger(MockSmsc.class);
    private static final int BACKLOG = 50;

    private final SandboxSmsSettings settings;
    private final List<SmscOperator> operators;
    private final Set<SmscConnection> open = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket server;
    private @Nullable ExecutorService binds;

    /** @param subscribers get every message that is taken; must be quick */
    public MockSmsc(SandboxSmsSettings settings, Consumer<SubmittedText> subscribers, Clock clock) {
        this.settings = settings;
        MobileLanes.Factory lanes =
                (operator, faults) -> new MobileLanes(operator, settings.window(), settings.retryPause(), faults);
        this.operators = settings.operators().stream()
                .map(operator -> new SmscOperator(operator, lanes, subscribers, clock))
                .toList();
    }

    /** Delivers to the bus through that operator, now or when it is bound; those of one subscriber in this order. */
    public void deliver(String operator, List<MobileText> texts) {
        MobileLanes lanes = operator(operator)
                .orElseThrow(() -> new IllegalArgumentException("dancu.sandbox.sms.operators has no such operator"))
                .lanes();
        texts.forEach(lanes::send);
    }

    /** The faults of one operator, or of all without a name; empty for a name that is not there. */
    public List<FaultPlan> faults(@Nullable String operator) {
        Stream<SmscOperator> named = operator == null ? operators.stream() : operator(operator).stream();
        return named.map(SmscOperator::faults).toList();
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        port = LoopbackPort.claim(PORT_KEY, port == 0 ? settings.port() : port);
        try {
            ServerSocket listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            ExecutorService binding = Executors.newCachedThreadPool(MockSmsc::daemon);
            server = listening;
            binds = binding;
            daemon(() -> accept(listening, binding)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening, ExecutorService binding) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                SmscConnection connection = new SmscConnection(socket);
                open.add(connection);
                binding.execute(
                        () -> new SmscBind(connection, this::operator, settings.responseTimeout(), open::remove).run());
            } catch (IOException e) {
                LOGGER.atDebug().setCause(e).log("The simulated SMSC lost a connection, or was stopped");
            }
        }
    }

    private Optional<SmscOperator> operator(String systemId) {
        return operators.stream()
                .filter(operator -> operator.settings().systemId().equals(systemId))
                .findFirst();
    }

    @Override
    public synchronized void stop() {
        if (server != null && binds != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            binds.shutdownNow();
            open.forEach(SmscConnection::close);
            server = null;
            binds = null;
        }
    }

    @Override
    public void close() {
        stop();
        operators.forEach(operator -> operator.lanes().close());
    }

    @Override
    public synchronized int port() {
        return port;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-smsc");
        thread.setDaemon(true);
        return thread;
    }
}
