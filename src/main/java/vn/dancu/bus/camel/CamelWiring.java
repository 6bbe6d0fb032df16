package vn.dancu.bus.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CliConnectorFactory;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.message.MessageContext;

@Configuration(proxyBeanMethods = false)
class CamelWiring {

    @Bean
    DialectXml dialectXml(MessageContext messages, Dialects dialects) {
        return new DialectXml(messages, dialects);
    }

    /** Spring gives it to the mapper of REST bodies, which is also the mapper of routes. */
    @Bean
    KernelModule kernelModule() {
        return new KernelModule();
    }

    /** Camel looks for it by its type. */
    @Bean
    CliConnectorFactory camelTool(CamelSettings settings) {
        return new ToolConnectorFactory(settings.tool());
    }

    @Bean
    CamelContextConfiguration namedFormats() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                NamedFormats.bind(camel);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }
}
