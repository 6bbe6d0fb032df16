package vn.dancu.bus.document;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Settings of requests that come as documents.
 *
 * @param name what the bus is called in the documents that it sends
 * @param senders which partner asks when an agency sends; without a line an agency is the only partner of exactly that code
 * @param maxPeople about how many people one document may ask
 * @param parallel how many questions of lists one instance asks at a time
 * @param chunk after how many people of a list the results are kept, so that a crash repeats no more
 * @param lease how long after an instance has stopped without a word another one takes over its documents
 * @param attempts how often a document is tried when the work on it breaks off, before it is set aside
 * @param giveUp how long a document waits for what the bus needs, such as the register, before it is refused
 * @param fetchGiveUp how long the axis may give what does not fit what it says of a document, or say that it has none, before the
 *     document is set aside
 * @param keepRefused how long the bytes of a refused document are kept
 */
@ConfigurationProperties("dancu.document")
public record DocumentSettings(
        @DefaultValue("Cơ sở dữ liệu quốc gia về dân cư") String name,
        @DefaultValue List<Sender> senders,
        @DefaultValue("100000") int maxPeople,
        @DefaultValue("16") int parallel,
        @DefaultValue("500") int chunk,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("5") int attempts,
        @DefaultValue("24h") Duration giveUp,
        @DefaultValue("2h") Duration fetchGiveUp,
        @DefaultValue("365d") Duration keepRefused) {

    public DocumentSettings {
        require(!name.isBlank(), "name", "must not be empty");
        senders = List.copyOf(senders);
        require(maxPeople >= 1 && maxPeople <= 1_000_000, "max-people", "must be 1 to 1000000");
        require(parallel >= 1 && parallel <= 256, "parallel", "must be 1 to 256");
        require(chunk >= 1 && chunk <= 10_000, "chunk", "must be 1 to 10000");
        require(lease.toSeconds() >= 5 && lease.toHours() < 1, "lease", "must be 5s to 1h");
        require(attempts >= 1 && attempts <= 100, "attempts", "must be 1 to 100");
        require(!giveUp.isNegative(), "give-up", "must not be negative");
        require(!fetchGiveUp.isNegative(), "fetch-give-up", "must not be negative");
        require(keepRefused.toDays() >= 1, "keep-refused", "must be at least 1d");
    }

    /**
     * Who asks when an agency sends.
     *
     * @param agency its code, in either form
     * @param partner the partner's id
     */
    public record Sender(String agency, String partner) {

        public Sender {
            require(AgencyCode.isValid(agency), "senders.agency", "must be an agency code");
        }

        public AgencyCode code() {
            return AgencyCode.of(agency);
        }

        public PartnerId id() {
            return new PartnerId(partner);
        }
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.document." + key + " " + rule);
        }
    }
}
