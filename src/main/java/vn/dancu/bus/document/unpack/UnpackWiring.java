package vn.dancu.bus.document.unpack;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.document.DocumentLimitSettings;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentLimitSettings.class)
class UnpackWiring {

    /** The letter of a usual document goes to no file. */
    private static final int IN_MEMORY = 1 << 20;

    @Bean
    DocumentOpener documentOpener(MessageContext messages, DocumentLimitSettings limits) {
        MessageLimits large = MessageLimits.LARGE;
        return new EdxmlOpener(
                messages,
                new MessageLimits(
                        limits.document().toBytes(),
                        large.depth(),
                        large.elements(),
                        large.attributes(),
                        large.nameLength(),
                        large.textLength(),
                        large.numberLength(),
                        limits.attachment().toBytes(),
                        IN_MEMORY));
    }
}
