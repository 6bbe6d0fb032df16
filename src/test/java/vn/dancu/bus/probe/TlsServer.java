package vn.dancu.bus.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A server on 127.0.0.1 that speaks TLS with a certificate of its own making, and then says nothing. */
final class TlsServer implements AutoCloseable {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    private final ServerSocket socket;
    private final X509Certificate authority;

    private TlsServer(ServerSocket socket, X509Certificate authority) {
        this.socket = socket;
        this.authority = authority;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** @param address for which the certificate is good */
    static TlsServer start(String address, Instant from, Instant until) throws Exception {
        return start(address, from, until, false);
    }

    /** One that wants a certificate of its clients, by TLS 1.2. */
    static TlsServer wantingCertificate() throws Exception {
        return start("127.0.0.1", Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(3)), true);
    }

    private static TlsServer start(String address, Instant from, Instant until, boolean wants) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = keys.generateKeyPair();
        KeyPair above = keys.generateKeyPair();
        Instant now = Instant.now();
        X509Certificate authority = certificate(null, now.minusSeconds(3600), now.plusSeconds(86_400), above, above);
        X509Certificate certificate = certificate(address, from, until, key, above);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trusting(authority).getTrustManagers(), null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        if (wants) {
            socket.setNeedClientAuth(true);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        return new TlsServer(socket, authority);
    }

    /** @param address null for an authority */
    private static X509Certificate certificate(
            @Nullable String address, Instant from, Instant until, KeyPair key, KeyPair by) throws Exception {
        X500Principal authority = new X500Principal("CN=Tổ chức cấp,O=Kiểm thử");
        X500Principal name = address == null ? authority : new X500Principal("CN=Bên kia,O=Kiểm thử");
        JcaX509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                authority, BigInteger.TEN, Date.from(from), Date.from(until), name, key.getPublic());
        if (address == null) {
            made.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            made.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(made.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static TrustManagerFactory trusting(X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("trusted", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        return trust;
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> shake(client));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void shake(Socket client) {
        try (client) {
            ((SSLSocket) client).startHandshake();
            client.getInputStream().read();
        } catch (IOException e) {
            // the client does not like it
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Trust in the authority of this server alone. */
    Supplier<TlsMaterial> trusted() {
        return () -> {
            try {
                return TlsMaterial.of(null, trusting(authority));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
