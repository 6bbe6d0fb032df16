package vn.dancu.bus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelSettingsTest {

    @Test
    void takesChannelsOfAnyName() {
        Map<String, String> channels = Map.of("hub-answers", "jms:queue:a", "statistics", "kafka:b?brokers=c:1");

        assertThat(new ChannelSettings(channels).channel()).isEqualTo(channels);
    }

    @Test
    void refusesANameThatNoRouteCouldUseAndAValueThatIsNoEndpoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelSettings(Map.of("Hub Answers", "jms:queue:a")))
                .withMessageContaining("dancu.channel.Hub Answers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelSettings(Map.of("statistics", "dancu.queue")))
                .withMessageContaining("dancu.channel.statistics")
                .withMessageNotContaining("dancu.queue");
    }
}
