package vn.dancu.bus.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.probe.TestedConnection.Address;

/** The way to the other side: its name, its port, a proxy between, TLS. The connection is closed when it was seen. */
final class ConnectionWay {

    private static final int OK = 200;
    private static final int MAX_HEAD = 8192;

    private final int patience;

    ConnectionWay(Duration patience) {
        this.patience = Math.toIntExact(patience.toMillis());
    }

    void walk(TestedConnection to, Address address, ProbeRun steps) throws ProbeFailure {
        Address proxy = to.proxy();
        Address next = proxy == null ? address : proxy;
        InetAddress host = steps.open(ProbeStage.DNS, () -> resolve(next.host()));
        try (Socket socket = new Socket()) {
            steps.run(ProbeStage.TCP, () -> connect(socket, new InetSocketAddress(host, next.port())));
            if (to.tls() != null) {
                if (proxy != null) {
                    steps.run(ProbeStage.PROXY, () -> pass(socket, address));
                }
                encrypt(to, address, socket, steps);
            }
        } catch (IOException e) {
            // Nothing was to be said any more: the close alone failed.
            steps.begin(ProbeStage.ANSWER);
        }
    }

    private static InetAddress resolve(String host) throws ProbeFailure {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ProbeFailure(ProbeFault.HOST_UNKNOWN, host, e);
        }
    }

    private String connect(Socket socket, InetSocketAddress at) throws ProbeFailure {
        try {
            socket.connect(at, patience);
            socket.setSoTimeout(patience);
            return at.getAddress().getHostAddress() + ":" + at.getPort();
        } catch (java.net.SocketTimeoutException e) {
            throw new ProbeFailure(ProbeFault.PORT_SILENT, at.getAddress().getHostAddress() + ":" + at.getPort(), e);
        } catch (IOException e) {
            ProbeFailure known = ProbeFailure.of(e, ProbeFault.HOST_UNREACHABLE);
            throw new ProbeFailure(
                    known.fault().stage() == ProbeStage.TCP ? known.fault() : ProbeFault.HOST_UNREACHABLE,
                    at.getAddress().getHostAddress() + ":" + at.getPort(),
                    e);
        }
    }

    /** RFC 9110 §9.3.6. */
    private static String pass(Socket socket, Address to) throws ProbeFailure {
        try {
            String head = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            int status = status(socket.getInputStream());
            if (status != OK) {
                throw new ProbeFailure(ProbeFault.PROXY_REFUSED, "HTTP " + status);
            }
            return "";
        } catch (java.net.SocketTimeoutException e) {
            throw new ProbeFailure(ProbeFault.PROXY_SILENT, "", e);
        } catch (IOException e) {
            throw new ProbeFailure(ProbeFault.PROXY_REFUSED, e.getClass().getSimpleName(), e);
        }
    }

    /** Reads the head of an answer byte by byte, since what follows belongs to TLS; 0 for what is no answer of HTTP. */
    private static int status(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < MAX_HEAD
                && !head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        String[] line = head.toString(StandardCharsets.ISO_8859_1).split("[ \r\n]", 3);
        return line.length > 1 && line[0].startsWith("HTTP/1.") && line[1].matches("[1-5][0-9]{2}")
                ? Integer.parseInt(line[1])
                : 0;
    }

    private static void encrypt(TestedConnection to, Address address, Socket plain, ProbeRun steps)
            throws ProbeFailure {
        steps.begin(ProbeStage.TLS);
        ObservedTrust trust = null;
        ObservedKeys keys = null;
        try {
            TlsMaterial material = java.util.Objects.requireNonNull(to.tls()).get();
            if (to.plain() != null) {
                to.plain().hold(plain);
            }
            trust = new ObservedTrust(material.trust());
            keys = new ObservedKeys(material.keys());
            SSLSocket socket = socket(material, keys, trust, address, plain);
            socket.startHandshake();
            long when = trust.shownAt() == 0 ? System.nanoTime() : trust.shownAt();
            steps.show(trust.shown().stream().map(PresentedCertificate::of).toList());
            steps.passed(
                    ProbeStage.TLS,
                    socket.getSession().getProtocol() + ", "
                            + socket.getSession().getCipherSuite(),
                    when);
            steps.passed(ProbeStage.CERTIFICATE, "", System.nanoTime());
        } catch (ProbeFailure e) {
            steps.failed(e);
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw stopped(e, trust, keys != null && keys.isAsked(), steps);
        }
    }

    private static SSLSocket socket(
            TlsMaterial material, ObservedKeys keys, ObservedTrust trust, Address address, Socket plain)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (material.checksName()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static ProbeFailure stopped(
            Exception e, @Nullable ObservedTrust trust, boolean isAskedForCertificate, ProbeRun steps) {
        ProbeFailure failure;
        if (trust != null && trust.objection() != null) {
            steps.show(trust.shown().stream().map(PresentedCertificate::of).toList());
            steps.passed(ProbeStage.TLS, "", trust.shownAt());
            failure = new ProbeFailure(CertificateFaults.of(trust.objection()), "", e);
        } else if (isAskedForCertificate) {
            failure = new ProbeFailure(ProbeFault.CLIENT_CERTIFICATE_REFUSED, "", e);
        } else if (e instanceof java.net.SocketTimeoutException) {
            failure = new ProbeFailure(ProbeFault.TLS_SILENT, "", e);
        } else {
            ProbeFailure known = ProbeFailure.of(e, ProbeFault.TLS_REFUSED);
            boolean fits = known.fault() == ProbeFault.TLS_NOT_SPOKEN
                    || known.fault() == ProbeFault.CLIENT_CERTIFICATE_REFUSED;
            failure = fits ? known : new ProbeFailure(ProbeFault.TLS_REFUSED, known.detail(), e);
        }
        steps.failed(failure);
        return failure;
    }
}
