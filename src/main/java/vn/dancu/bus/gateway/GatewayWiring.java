package vn.dancu.bus.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Pipeline;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.gateway.fault.FaultEnvelopes;
import vn.dancu.bus.gateway.fault.FaultWriter;
import vn.dancu.bus.gateway.xroad.XRoadRefusalWriter;
import vn.dancu.bus.http.JsonWhateverAccepted;
import vn.dancu.bus.http.WholeJsonConverter;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.partner.KnownDialects;

/** What all HTTP doors share. */
@Configuration(proxyBeanMethods = false)
class GatewayWiring {

    /** A token request is a few short fields. */
    private static final int MAX_FORM_BYTES = 16 * 1024;

    @Bean
    MessageContext messageContext() {
        return MessageContext.create();
    }

    @Bean
    ErrorTexts errorTexts() {
        return ErrorTexts.load();
    }

    /** The partner room knows no dialect: here it learns which wire variants there are. */
    @Bean
    KnownDialects knownDialects(Dialects dialects) {
        return name -> dialects.byName(name).isPresent();
    }

    @Bean
    CallRefusalWriter callRefusalWriter(ErrorTexts texts) {
        return new CallRefusalWriter(texts);
    }

    @Bean
    @Primary
    RefusalWriter refusalWriter(MessageContext messages, ErrorTexts texts, CallRefusalWriter calls) {
        FaultEnvelopes faults = new FaultEnvelopes(messages.populationXml(Version.QCVN_109_V1), texts);
        return new PathRefusalWriter(
                new FaultWriter(faults),
                calls,
                new XRoadRefusalWriter(faults),
                new ProblemWriter(messages.populationJson()));
    }

    @Bean
    WebRefusals webRefusals(Inquiries inquiries, RefusalWriter writer, Clock clock) {
        return new WebRefusals(inquiries, writer, clock);
    }

    /** Left out: the dispatcher servlet keeps the context of its requests by itself, and the SOAP door needs none. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    /** In place of Spring Boot's, which begins to send before it knows whether it can write the whole. */
    @Bean
    MappingJackson2HttpMessageConverter jsonAnswers(ObjectMapper mapper) {
        return new WholeJsonConverter(mapper);
    }

    @Bean
    WebMvcConfigurer jsonWhateverAccepted() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                configurer.strategies(List.of(new JsonWhateverAccepted()));
            }
        };
    }

    @Bean
    FilterRegistrationBean<WireGuard> wireGuard(WebRefusals refusals, GatewaySettings settings) {
        var registration = new FilterRegistrationBean<>(new WireGuard(
                refusals, settings.maxBody().toBytes(), settings.maxPart().toBytes()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors(
            RefusalWriter writer, GatewaySettings settings) {
        return factory -> {
            factory.addContextCustomizers(context -> reportProblems((StandardHost) context.getParent(), writer));
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxPostSize(MAX_FORM_BYTES);
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setMaxSwallowSize((int) settings.maxDiscarded().toBytes());
                }
            });
        };
    }

    /** In place of the HTML pages of Tomcat and Spring Boot. */
    private static void reportProblems(StandardHost host, RefusalWriter writer) {
        Pipeline pipeline = host.getPipeline();
        Arrays.stream(pipeline.getValves())
                .filter(ErrorReportValve.class::isInstance)
                .forEach(pipeline::removeValve);
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
        pipeline.addValve(new ProblemReportValve(writer));
    }
}
