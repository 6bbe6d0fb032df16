package vn.dancu.bus.gateway.soap;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.apache.cxf.transport.servlet.ServletController;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.signature.SignedContract;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * The servlet before CXF. At the address of a service it lets messages through to the route and the reading of the
 * contract to CXF; every other path and method is refused in the words of the bus, without a record.
 */
final class SoapServlet extends CXFServlet {

    private static final long serialVersionUID = 1L;
    private static final String SOAP_12 = "application/soap+xml";

    private final transient WebRefusals refusals;
    private final ArrayList<String> addresses;

    SoapServlet(WebRefusals refusals, List<String> addresses) {
        this.refusals = refusals;
        this.addresses = new ArrayList<>(addresses);
    }

    @Override
    public void service(ServletRequest asked, ServletResponse answer) throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (!isService(request.getPathInfo())) {
            refusals.write(request, response, Refusal.of(ErrorCode.RESOURCE_UNKNOWN));
            return;
        }
        boolean contract = isContract(request.getQueryString());
        switch (String.valueOf(request.getMethod())) {
            case "POST" -> take(request, response);
            case "GET", "HEAD" -> {
                if (contract) {
                    response.setContentType("text/xml;charset=UTF-8");
                    writeContract(new ContractRequest(request), response);
                } else {
                    refuseMethod(request, response, contract);
                }
            }
            default -> refuseMethod(request, response, contract);
        }
    }

    private void writeContract(ContractRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (SignedContract.isAsked(request.getQueryString())) {
            SignedContract.write(to -> handleRequest(request, to), response);
        } else {
            handleRequest(request, response);
        }
    }

    private boolean isService(@Nullable String path) {
        return path != null && addresses.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static boolean isContract(@Nullable String query) {
        String first = query == null ? "" : query.split("[&=]", 2)[0].toLowerCase(Locale.ROOT);
        return first.equals("wsdl") || first.equals("xsd");
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Refusal flaw = flaw(request.getContentType());
        if (flaw != null) {
            refusals.refuse(request, response, flaw, null, null);
        } else {
            handleRequest(new MessageRequest(request), response);
        }
    }

    /** The body decides which message it is, not the header SOAPAction; but its media type must be that of SOAP 1.1. */
    private static @Nullable Refusal flaw(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).strip();
        if (!media.equalsIgnoreCase("text/xml") && !media.equalsIgnoreCase("application/xml")) {
            return Refusal.of(
                    media.equalsIgnoreCase(SOAP_12)
                            ? ErrorCode.SOAP_VERSION_UNSUPPORTED
                            : ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Content-Type",
                    "text/xml or application/xml (SOAP 1.1)");
        }
        try {
            DocumentEncoding.isStated(type);
            return null;
        } catch (BusException e) {
            return e.refusal();
        }
    }

    /** The address is written into the contract alone; CXF would lock and write it for every message. */
    @Override
    protected ServletController createServletController(ServletConfig config) {
        return new ServletController(getDestinationRegistryFromBusOrDefault(null), config, new HttpServlet() {}) {
            @Override
            protected void updateDestination(HttpServletRequest request, AbstractHTTPDestination destination) {
                if (request instanceof ContractRequest) {
                    super.updateDestination(request, destination);
                }
            }
        };
    }

    private void refuseMethod(HttpServletRequest request, HttpServletResponse response, boolean contract)
            throws IOException {
        response.setHeader("Allow", contract ? "GET, HEAD, POST" : "POST");
        refusals.write(request, response, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED));
    }

    /** What is read of the message is its bytes; CXF would look for the charset and stumble over one that Java has not. */
    private static final class MessageRequest extends HttpServletRequestWrapper {

        MessageRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return DocumentEncoding.isStated(super.getContentType()) ? "text/xml;charset=UTF-8" : "text/xml";
        }
    }

    /** A GET as CXF knows it: it answers no HEAD, and knows the words of the query in lower case alone. */
    private static final class ContractRequest extends HttpServletRequestWrapper {

        ContractRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            int end = query.indexOf('=') < 0 ? query.length() : query.indexOf('=');
            return query.substring(0, end).toLowerCase(Locale.ROOT) + query.substring(end);
        }
    }
}
