package vn.dancu.bus.gateway.soap;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.spring.jaxws.CxfSpringEndpoint;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.spring.boot.autoconfigure.CxfProperties;
import org.apache.cxf.transport.http.HttpDestinationFactory;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.signature.MessageGate;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.PeerCertificates;
import vn.dancu.bus.trust.TrustSettings;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;

@Configuration(proxyBeanMethods = false)
class SoapWiring {

    private static final String ADDRESS = "/population/v1";
    private static final String LISTS_ADDRESS = "/list/v1";
    private static final String NAMESPACE = "http://dancuquocgia.bca";

    /** In place of CXF's own, by whose name it is found. */
    @Bean
    ServletRegistrationBean<SoapServlet> cxfServletRegistration(CxfProperties cxf, WebRefusals refusals) {
        var registration = new ServletRegistrationBean<>(
                new SoapServlet(refusals, List.of(ADDRESS, LISTS_ADDRESS)), cxf.getPath() + "/*");
        cxf.getServlet().getInit().forEach(registration::addInitParameter);
        return registration;
    }

    /** Found by Camel, which hands it to CXF. */
    @Bean
    HttpDestinationFactory soapDestinations() {
        return (endpoint, bus, registry) -> new SoapDestination(bus, registry, endpoint);
    }

    @Bean
    CxfSpringEndpoint populationEndpoint(
            Inquiries inquiries, RefusalWriter writer, HttpSettings http, Clock clock, Bus bus) {
        // The contract names no policy, and the engine would look for one in every message.
        bus.getExtension(PolicyEngine.class).setEnabled(false);
        return endpoint(
                "populationEndpoint",
                ADDRESS,
                http,
                new QName(NAMESPACE, "Population"),
                new FaultInterceptor(inquiries, writer, clock));
    }

    @Bean
    CxfSpringEndpoint listEndpoint(Inquiries inquiries, RefusalWriter writer, HttpSettings http, Clock clock) {
        return endpoint(
                "listEndpoint",
                LISTS_ADDRESS,
                http,
                new QName(ListMessages.NAMESPACE, "List"),
                new FaultInterceptor(inquiries, writer, clock));
    }

    /** @param word the names of service and port begin with it, and that of the contract, in lower case */
    private static CxfSpringEndpoint endpoint(
            String id, String address, HttpSettings http, QName word, FaultInterceptor faults) {
        CxfSpringEndpoint endpoint = new CxfSpringEndpoint();
        String name = word.getLocalPart();
        endpoint.setBeanId(id);
        endpoint.setAddress(address);
        endpoint.setPublishedEndpointUrl(http.addressOf("/soap" + address));
        endpoint.setWsdlURL("classpath:schemas" + address + "/" + name.toLowerCase(Locale.ROOT) + ".wsdl");
        endpoint.setServiceNameAsQName(new QName(word.getNamespaceURI(), name + "Service"));
        endpoint.setPortNameAsQName(new QName(word.getNamespaceURI(), name + "Port"));
        endpoint.setDataFormat(DataFormat.RAW);
        endpoint.setCxfBinding(new SoapBinding());
        endpoint.setSynchronous(true);
        endpoint.setCxfConfigurer(new WithoutFaultChain());
        endpoint.getOutFaultInterceptors().add(faults);
        return endpoint;
    }

    @Bean
    MessageGate messageGate(
            Partners partners,
            PeerCertificates certificates,
            MessageSignatures signatures,
            TrustSettings trust,
            SslBundles bundles,
            AuditSettings audit,
            SoapSettings settings) {
        settings.requireRemembered(audit.onceWindow());
        String bundle = trust.message().bundle();
        Supplier<? extends @Nullable SigningKey> key =
                bundle == null ? () -> null : SigningKey.of(bundles, bundle, "dancu.trust.message.bundle");
        return new MessageGate(
                partners,
                certificates,
                signatures,
                key,
                new SignatureTerms(settings.window(), settings.clockSkew(), false),
                trust.message().sha1Partners());
    }

    @Bean
    ListSteps listSteps(
            MessageContext messages, ListRequests requests, AuditTrail trail, MessageGate gate, Clock clock) {
        return new ListSteps(new ListMessages(messages), requests, trail, gate, clock);
    }

    @Bean
    SoapRoutes soapRoutes(
            MessageContext messages,
            DialectXml xml,
            Partners partners,
            Dialects dialects,
            SoapSettings settings,
            ListSteps lists,
            MessageGate gate,
            Clock clock) {
        return new SoapRoutes(
                new SoapSteps(messages, xml, new DigestSignIn(partners, dialects, settings, clock), gate, clock),
                lists);
    }

    /** Faults are written whole by the door's own interceptor: CXF adds nothing to them. */
    private static final class WithoutFaultChain implements CxfConfigurer {

        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {}

        @Override
        public void configureClient(Client client) {}

        @Override
        public void configureServer(Server server) {
            server.getEndpoint().getBinding().getOutFaultInterceptors().clear();
        }
    }
}
