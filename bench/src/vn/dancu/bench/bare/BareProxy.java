package vn.dancu.bench.bare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/**
 * Arguments: port, and the port of the other side. The least that a hub can do in Camel and CXF: takes a SOAP message as it comes, signs the
 * call with the digest of the population service, sends it, and gives back what comes. It parses nothing, decides nothing, records nothing.
 */
public final class BareProxy {

    private static final String PATH = "/tra-cuu";

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        String other = "http://127.0.0.1:" + arguments[1] + PATH;
        Bus bus = BusFactory.getDefaultBus();
        Tomcat tomcat = tomcat(port, bus);
        DefaultCamelContext camel = new DefaultCamelContext();
        CxfEndpoint door = new CxfEndpoint();
        door.setCamelContext(camel);
        door.setBus(bus);
        door.setAddress("/population/v1");
        door.setDataFormat(DataFormat.RAW);
        camel.getRegistry().bind("door", door);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cxf:bean:door")
                        .process(BareProxy::sign)
                        .to(
                                other
                                        + "?bridgeEndpoint=true&throwExceptionOnFailure=false&maxTotalConnections=200&connectionsPerRoute=200")
                        .removeHeaders("*");
            }
        });
        camel.start();
        tomcat.getServer().await();
    }

    private static void sign(Exchange exchange) throws Exception {
        String timestamp = String.valueOf(Clock.systemUTC().millis());
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        String digest = HexFormat.of()
                .formatHex(sha.digest((PATH + "hub" + timestamp + "synthetic").getBytes(StandardCharsets.UTF_8)));
        Message message = exchange.getMessage();
        byte[] body = message.getBody(byte[].class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=utf-8");
        message.setHeader("SOAPAction", "\"\"");
        message.setHeader("Timestamp", timestamp);
        message.setHeader(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("hub:" + digest).getBytes(StandardCharsets.UTF_8)));
        message.setBody(body);
    }

    private static Tomcat tomcat(int port, Bus bus) throws Exception {
        Path base = Files.createTempDirectory("bench-proxy");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        Context context = tomcat.addContext("", base.toString());
        Tomcat.addServlet(context, "cxf", servlet).setLoadOnStartup(1);
        context.addServletMappingDecoded("/soap/*", "cxf");
        tomcat.start();
        return tomcat;
    }

    private BareProxy() {}
}
