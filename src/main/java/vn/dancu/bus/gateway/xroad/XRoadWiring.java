package vn.dancu.bus.gateway.xroad;

import java.time.Clock;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.adapter.AdapterSettings;
import vn.dancu.bus.gateway.xroad.provider.Metaservices;
import vn.dancu.bus.gateway.xroad.provider.RestContract;
import vn.dancu.bus.gateway.xroad.provider.WsdlContract;
import vn.dancu.bus.gateway.xroad.provider.XRoadProvider;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.xroad.XRoadDirectory;
import vn.dancu.bus.policy.ServiceGrants;

@Configuration(proxyBeanMethods = false)
class XRoadWiring {

    private static final String PATH = "/xroad";

    /** In a WSDL that getWsdl gives away: clients reach their own security server, never the provider. */
    private static final String NO_ADDRESS = "http://example.org/xroad-endpoint";

    @Bean
    CallerGate xroadGate(XRoadDirectory directory, Partners partners, XRoadSettings settings) {
        return new CallerGate(directory, partners, settings);
    }

    @Bean
    XRoadProvider xroadProvider(AdapterSettings settings) {
        return new XRoadProvider(settings);
    }

    @Bean
    RestContract xroadRestContract() {
        return new RestContract();
    }

    @Bean
    XRoadRoutes xroadRoutes(CallerGate gate, XRoadProvider provider, DialectXml xml, ServiceGrants grants) {
        Metaservices metaservices = new Metaservices(provider, grants, WsdlContract.at(NO_ADDRESS));
        return new XRoadRoutes(new XRoadSteps(gate, provider, xml, metaservices));
    }

    @Bean
    ServletRegistrationBean<XRoadServlet> xroadServlet(
            ProducerTemplate producer, Inquiries inquiries, RefusalWriter writer, HttpSettings http, Clock clock) {
        byte[] contract = WsdlContract.at(http.addressOf(PATH + XRoadServlet.ADDRESS));
        return new ServletRegistrationBean<>(
                new XRoadServlet(through(producer), inquiries, writer, contract, clock), PATH + "/*");
    }

    private static Consumer<XRoadAttempt> through(ProducerTemplate producer) {
        return attempt -> {
            Exchange ended = producer.request(
                    "direct:" + XRoadRoutes.ROUTE_ID, exchange -> exchange.setProperty(XRoadSteps.ATTEMPT, attempt));
            Exception failure = ended.getException();
            if (failure instanceof RuntimeException stopped) {
                throw stopped;
            }
            if (failure != null) {
                throw new IllegalStateException("A message of X-Road was not dealt with", failure);
            }
        };
    }
}
