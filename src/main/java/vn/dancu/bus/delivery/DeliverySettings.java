package vn.dancu.bus.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of store-and-forward.
 *
 * @param folder where large bodies lie, sealed; the same for all instances
 * @param reserve how much of the disk of the folder stays free: a body that would take more is refused
 * @param maxInline the largest body that lies in the database
 * @param poll how often an instance looks for messages that it has not put itself, or that are due again
 * @param lease how long after an instance has stopped without a word another one takes over its destinations
 * @param keep how long a message is known after its end, and a received one after it was received: that long none is done
 *     twice
 * @param keepDead how long a dead letter lies before it goes
 * @param orphanAge how long a file lies that nobody keeps
 * @param plans when a failed message is tried again, by name; {@code standard} is there without a line
 * @param channels how the messages of a channel are sent, by its name
 * @param receiptKeys the key by which a party signs receipts and reads ours, by its name: Base64 of at least 32 bytes
 */
@ConfigurationProperties("dancu.delivery")
public record DeliverySettings(
        @DefaultValue("var/delivery") Path folder,
        @DefaultValue("256MB") DataSize reserve,
        @DefaultValue("256KB") DataSize maxInline,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("365d") Duration keepDead,
        @DefaultValue("24h") Duration orphanAge,
        @DefaultValue Map<String, Plan> plans,
        @DefaultValue Map<String, Channel> channels,
        @DefaultValue Map<String, String> receiptKeys) {

    /** The plan of channels that name none. */
    public static final String STANDARD = "standard";

    private static final int MIN_KEY_BYTES = 32;

    public DeliverySettings {
        require(poll.toMillis() >= 10 && poll.toSeconds() <= 60, "poll", "must be 10ms to 1m");
        require(lease.toSeconds() >= 5 && lease.toMinutes() <= 10, "lease", "must be 5s to 10m");
        require(keep.toHours() >= 1, "keep", "must be at least 1h");
        require(keepDead.compareTo(keep) >= 0, "keep-dead", "must not be shorter than keep");
        require(orphanAge.toMinutes() >= 1, "orphan-age", "must be at least 1m");
        require(maxInline.toBytes() >= 1024 && maxInline.toMegabytes() <= 16, "max-inline", "must be 1KB to 16MB");
        Map<String, Plan> known = new HashMap<>(plans);
        known.putIfAbsent(STANDARD, Plan.standard());
        plans = Map.copyOf(known);
        channels = Map.copyOf(channels);
        receiptKeys = Map.copyOf(receiptKeys);
        for (Map.Entry<String, Channel> channel : channels.entrySet()) {
            String key = "channels." + channel.getKey();
            require(OutboundMessage.isChannel(channel.getKey()), key, "is not the name of a channel");
            require(known.containsKey(channel.getValue().plan()), key + ".plan", "names no plan");
            channel.getValue()
                    .destinations()
                    .forEach((name, one) -> require(
                            one.plan() == null || known.containsKey(one.plan()),
                            key + ".destinations." + name,
                            "names no plan"));
        }
        receiptKeys.forEach((party, key) ->
                require(isKey(key), "receipt-keys." + party, "must be the base64 of at least 32 random bytes"));
    }

    /** How the messages of that channel are sent. */
    public Channel channel(String name) {
        return channels.getOrDefault(name, Channel.standard());
    }

    /** When a failed message of that destination is tried again. */
    public Plan plan(String channel, String destination) {
        Channel of = channel(channel);
        Destination own = of.destinations().get(destination);
        String plan = own == null || own.plan() == null ? of.plan() : own.plan();
        return plans.getOrDefault(plan, Plan.standard());
    }

    /** How many messages of that destination are sent at a time, by one instance. */
    public int concurrency(String channel, String destination) {
        Channel of = channel(channel);
        Destination own = of.destinations().get(destination);
        return own == null || own.concurrency() == null ? of.concurrency() : own.concurrency();
    }

    /**
     * When a failed message is tried again. The pause grows by the factor up to the longest one; each is shortened at random
     * by up to the jitter.
     *
     * @param firstPause after the first failure
     * @param factor by which the next pause is longer
     * @param maxPause the longest
     * @param jitter from 0 to 1: the greatest part by which a pause is shortened
     * @param giveUp how long after the first attempt a message that fails is a dead letter; after a hold of its partner the
     *     time begins anew
     * @param attempts how many there are at most
     */
    public record Plan(
            @DefaultValue("1s") Duration firstPause,
            @DefaultValue("2") double factor,
            @DefaultValue("5m") Duration maxPause,
            @DefaultValue("0.2") double jitter,
            @DefaultValue("3d") Duration giveUp,
            @DefaultValue("1000") int attempts) {

        public Plan {
            require(firstPause.toMillis() >= 10, "plans", "first-pause must be at least 10ms");
            require(factor >= 1 && factor <= 100, "plans", "factor must be 1 to 100");
            require(maxPause.compareTo(firstPause) >= 0, "plans", "max-pause must not be shorter than first-pause");
            require(jitter >= 0 && jitter <= 1, "plans", "jitter must be 0 to 1");
            require(!giveUp.isNegative(), "plans", "give-up must not be negative");
            require(attempts >= 1, "plans", "attempts must be at least 1");
        }

        static Plan standard() {
            return new Plan(Duration.ofSeconds(1), 2, Duration.ofMinutes(5), 0.2, Duration.ofDays(3), 1000);
        }
    }

    /**
     * How the messages of a channel are sent.
     *
     * @param plan name of the retry plan
     * @param concurrency how many messages of one destination are sent at a time, by one instance
     * @param ordered whether all messages of a destination go one after another, not only those with the same order key
     * @param receiptWithin how long a signed receipt of the destination is awaited before the message is sent again; without
     *     it none is asked for
     * @param destinations what differs, by destination
     */
    public record Channel(
            @DefaultValue(STANDARD) String plan,
            @DefaultValue("4") int concurrency,
            @DefaultValue("false") boolean ordered,
            @Nullable Duration receiptWithin,
            @DefaultValue Map<String, Destination> destinations) {

        public Channel {
            require(concurrency >= 1 && concurrency <= 256, "channels", "concurrency must be 1 to 256");
            destinations = Map.copyOf(destinations);
        }

        static Channel standard() {
            return new Channel(STANDARD, 4, false, null, Map.of());
        }
    }

    /**
     * What differs for one destination.
     *
     * @param plan name of the retry plan; that of the channel when it is not set
     * @param concurrency how many messages are sent at a time; that of the channel when it is not set
     */
    public record Destination(@Nullable String plan, @Nullable Integer concurrency) {

        public Destination {
            require(
                    concurrency == null || concurrency >= 1 && concurrency <= 256,
                    "channels",
                    "concurrency must be 1 to 256");
        }
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text.strip()).length >= MIN_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.delivery." + key + " " + rule);
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "DeliverySettings[masked]";
    }
}
