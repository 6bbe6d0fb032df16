package vn.dancu.bus.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Settings of the change feed.
 *
 * @param topic where the events go
 * @param topicPartitions used when the topic does not exist yet; 1 keeps all events in one order, more keep the order of each
 *     person's events
 * @param maxFollows how many people a partner may follow
 * @param maxFollowsOf the same for single partners, by their id
 * @param keep how long events can be read again
 * @param look how often new changes are looked for
 * @param push partners to whose webhook ({@code dancu.notification.webhooks}) the events are sent
 * @param pushQueues partners to whose queue {@code dancu.hub.<partner>.changes} they are sent, by their id
 */
@ConfigurationProperties("dancu.feed")
public record FeedSettings(
        @DefaultValue("dancu.citizen-changed.v1") String topic,
        @DefaultValue("1") int topicPartitions,
        @DefaultValue("100000") int maxFollows,
        @DefaultValue Map<String, Integer> maxFollowsOf,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("250ms") Duration look,
        @DefaultValue List<String> push,
        @DefaultValue Map<String, PushQueue> pushQueues) {

    private static final int MIN_SECRET_LENGTH = 32;

    public FeedSettings {
        require(!topic.isBlank(), "topic must not be blank");
        require(topicPartitions > 0, "topic-partitions must be at least 1");
        require(
                maxFollows >= 0 && maxFollowsOf.values().stream().allMatch(one -> one >= 0),
                "max-follows must not be negative");
        require(keep.toHours() >= 1, "keep must be at least 1h");
        require(look.toMillis() >= 10 && look.toMinutes() <= 1, "look must be 10ms to 1m");
        maxFollowsOf = Map.copyOf(maxFollowsOf);
        push = List.copyOf(push);
        pushQueues = Map.copyOf(pushQueues);
        require(
                push.stream().noneMatch(pushQueues::containsKey),
                "push and push-queues must not name the same partner");
    }

    /** How many people that partner may follow. */
    public int maxFollows(PartnerId partner) {
        return maxFollowsOf.getOrDefault(partner.value(), maxFollows);
    }

    /**
     * The queue of a partner.
     *
     * @param secret signs what is sent: at least 32 characters, known to the partner and the bus alone
     */
    public record PushQueue(String secret) {

        public PushQueue {
            require(
                    secret.getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_LENGTH,
                    "push-queues: a secret has at least 32 characters");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "PushQueue[masked]";
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.feed." + rule);
        }
    }
}
