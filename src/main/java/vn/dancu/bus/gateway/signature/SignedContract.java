package vn.dancu.bus.gateway.signature;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dancu.bus.gateway.ContractXml;

/** The contract of a SOAP door with the WS-SecurityPolicy of signed messages, for the partners that sign: {@code ?wsdl&policy=signed}. */
public final class SignedContract {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String POLICY = "http://www.w3.org/ns/ws-policy";
    private static final String FILE = "/policy/signed-messages.xml";
    private static final int OK = 200;

    /** Whoever writes the contract without the policy. */
    @FunctionalInterface
    public interface Plain {
        void write(HttpServletResponse to) throws ServletException, IOException;
    }

    /** Whether a query asks for it. */
    public static boolean isAsked(@Nullable String query) {
        return query != null && ("&" + query.toLowerCase(Locale.ROOT) + "&").contains("&policy=signed&");
    }

    /** Writes what {@code contract} would write, with the policy at its binding. */
    public static void write(Plain contract, HttpServletResponse response) throws ServletException, IOException {
        KeptAnswer kept = new KeptAnswer(response);
        contract.write(kept);
        byte[] whole = kept.isCommitted() || kept.getStatus() != OK ? kept.bytes() : withPolicy(kept.bytes());
        response.setContentLength(whole.length);
        response.getOutputStream().write(whole);
    }

    private static byte[] withPolicy(byte[] contract) throws IOException {
        try (InputStream policy = Objects.requireNonNull(SignedContract.class.getResourceAsStream(FILE))) {
            Document document = ContractXml.read(new ByteArrayInputStream(contract));
            Element root = document.getDocumentElement();
            root.insertBefore(
                    document.importNode(ContractXml.read(policy).getDocumentElement(), true), root.getFirstChild());
            Element binding =
                    (Element) document.getElementsByTagNameNS(WSDL, "binding").item(0);
            Element reference = document.createElementNS(POLICY, "wsp:PolicyReference");
            reference.setAttributeNS(null, "URI", "#SignedMessages");
            binding.insertBefore(reference, binding.getFirstChild());
            return ContractXml.written(document);
        }
    }

    /** Holds the bytes back. */
    private static final class KeptAnswer extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        KeptAnswer(HttpServletResponse response) {
            super(response);
        }

        byte[] bytes() {
            return kept.toByteArray();
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    kept.write(one);
                }

                @Override
                public void write(byte[] some, int offset, int length) {
                    kept.write(some, offset, length);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new IllegalStateException("The contract is written in the thread of its request");
                }
            };
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(new OutputStreamWriter(kept, StandardCharsets.UTF_8), true);
        }

        @Override
        public void flushBuffer() {
            // Nothing leaves before it is whole.
        }

        @Override
        public void setContentLength(int length) {
            // That of the contract without the policy.
        }

        @Override
        public void setContentLengthLong(long length) {
            // Likewise.
        }
    }

    private SignedContract() {}
}
