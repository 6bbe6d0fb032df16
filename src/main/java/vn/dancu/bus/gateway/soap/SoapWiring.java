package vn.dancu.bus.gateway.soap;

import java.time.Clock;
import javax.xml.namespace.QName;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.spring.jaxws.CxfSpringEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class SoapWiring {

    @Bean
    CxfSpringEndpoint populationEndpoint(
            MessageContext messages,
            ErrorTexts texts,
            Partners partners,
            Dialects dialects,
            Inquiries inquiries,
            SoapSettings settings,
            HttpSettings http,
            Clock clock) {
        PopulationXml xml = messages.populationXml(Version.QCVN_109_V1);
        CxfSpringEndpoint endpoint = new CxfSpringEndpoint();
        endpoint.setBeanId("populationEndpoint");
        endpoint.setAddress("/population/v1");
        endpoint.setPublishedEndpointUrl(http.addressOf("/soap/population/v1"));
        endpoint.setServiceClass(PopulationPort.class);
        endpoint.setWsdlURL("classpath:schemas/population/v1/population.wsdl");
        endpoint.setServiceNameAsQName(new QName(PopulationPort.REQUEST, "PopulationService"));
        endpoint.setPortNameAsQName(new QName(PopulationPort.REQUEST, "PopulationPort"));
        endpoint.setDataFormat(DataFormat.POJO);
        endpoint.setDataBinding(new MessageDataBinding(xml));
        endpoint.setSynchronous(true);
        endpoint.getInInterceptors()
                .add(new SignInInterceptor(new DigestSignIn(partners, dialects, settings, clock), clock));
        endpoint.getInInterceptors().add(new BodyInterceptor());
        endpoint.getInInterceptors().add(new EndInterceptor());
        endpoint.getOutFaultInterceptors().add(new FaultInterceptor(inquiries, xml, texts, clock));
        return endpoint;
    }

    @Bean
    SoapRoutes soapRoutes(MessageContext messages) {
        return new SoapRoutes(new SoapSteps(messages));
    }
}
