package vn.dancu.bus.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of seals, retention and archive.
 *
 * @param sealEvery how long a record may wait for its seal; a full batch is sealed sooner
 * @param timeStampUrl an authority that gives RFC 3161 time-stamps over HTTP; without it seals have none
 * @param upkeepEvery how often months are made ahead, archived and dropped
 * @param retention how long each kind of record is kept
 * @param archive where months go when they are over
 */
@ConfigurationProperties("dancu.audit")
public record EvidenceSettings(
        @DefaultValue("10s") Duration sealEvery,
        @Nullable String timeStampUrl,
        @DefaultValue("1h") Duration upkeepEvery,
        @DefaultValue Retention retention,
        @DefaultValue Archive archive) {

    public EvidenceSettings {
        require(sealEvery.toMillis() >= 100, "seal-every must be at least 100ms");
        require(upkeepEvery.toSeconds() >= 1, "upkeep-every must be at least 1s");
        require(timeStampUrl == null || timeStampUrl.matches("https?://.+"), "time-stamp-url must be http or https");
    }

    /**
     * How many whole months a record is kept in the database after its month: at least 12, which is what TCVN 14423:2026
     * asks at level 5 and NĐ 333/2026/NĐ-CP Điều 16, 20 of services to users over networks.
     *
     * @param answer of answers
     * @param refusal of refusals
     * @param act of acts of administration
     * @param seal of the events of seals; the seals themselves are kept for ever
     * @param call of questions of ours to another service
     */
    public record Retention(
            @DefaultValue("24") int answer,
            @DefaultValue("24") int refusal,
            @DefaultValue("60") int act,
            @DefaultValue("60") int seal,
            @DefaultValue("24") int call) {

        private static final int LEAST = 12;

        public Retention {
            require(
                    IntStream.of(answer, refusal, act, seal, call).min().orElse(0) >= LEAST,
                    "retention.* must be at least " + LEAST + " months");
        }

        /** The months of that kind. */
        public int months(RecordKind kind) {
            return switch (kind) {
                case ANSWER -> answer;
                case REFUSAL -> refusal;
                case ACT -> act;
                case SEAL -> seal;
                case CALL -> call;
            };
        }
    }

    /**
     * The archive.
     *
     * @param folder where its files are written; none archives nothing, and then nothing is dropped either
     * @param publicKey OpenPGP public key to which they are encrypted, a file; required with a folder
     * @param afterMonths how many whole months after its end a month is archived
     */
    public record Archive(@Nullable Path folder, @Nullable Path publicKey, @DefaultValue("1") int afterMonths) {

        public Archive {
            require((folder == null) == (publicKey == null), "archive.folder and archive.public-key go together");
            require(afterMonths >= 0, "archive.after-months must not be negative");
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.audit." + rule);
        }
    }
}
