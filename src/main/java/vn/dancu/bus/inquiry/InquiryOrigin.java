package vn.dancu.bus.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * How a question came in.
 *
 * @param door {@code soap}, {@code rest}, {@code adapter}, {@code xroad}, {@code xroad-rest}, {@code jms}, {@code document}, {@code me} or {@code sms}
 * @param partner who proved to be asking; null while nobody did
 * @param claimed the partner id that was claimed and not proved, for the record of a refusal
 * @param messageId the id that the door gave, used when the question has none
 * @param receivedAt when it came
 * @param bytesIn size of the request
 * @param onceKey set when the same message may be answered only once (a signed header within its window)
 * @param traits what the message said beside the question
 * @param question what the door needs to take the message again, kept sealed with its record; null at a door that has no way back
 *     to its asker
 */
public record InquiryOrigin(
        String door,
        @Nullable PartnerId partner,
        @Nullable PartnerId claimed,
        @Nullable String messageId,
        Instant receivedAt,
        long bytesIn,
        byte @Nullable [] onceKey,
        Traits traits,
        byte @Nullable [] question) {

    /** Of a message that is not kept. */
    public InquiryOrigin(
            String door,
            @Nullable PartnerId partner,
            @Nullable PartnerId claimed,
            @Nullable String messageId,
            Instant receivedAt,
            long bytesIn,
            byte @Nullable [] onceKey,
            Traits traits) {
        this(door, partner, claimed, messageId, receivedAt, bytesIn, onceKey, traits, null);
    }

    /** The same on behalf of that party, whatever the message said. */
    public InquiryOrigin withRepresentedParty(String party) {
        Traits said = traits;
        Traits named = new Traits(
                said.issue, party, said.method, said.path, said.clientAddress, said.traceparent, said.replay);
        return new InquiryOrigin(door, partner, claimed, messageId, receivedAt, bytesIn, onceKey, named, question);
    }

    /** Whether the person asks, proved at one of the citizens' doors. */
    public boolean isInPerson() {
        return door.equals("me") || door.equals("sms");
    }

    /** The same of which nothing is kept: the dead letters have it. */
    public InquiryOrigin withoutQuestion() {
        return question == null
                ? this
                : new InquiryOrigin(door, partner, claimed, messageId, receivedAt, bytesIn, onceKey, traits);
    }

    /**
     * What a message said beside its question, as far as its door could take it; nothing here is proved. No text holds a
     * control character.
     *
     * @param issue the case or file that the asker works on: header {@code X-Road-Issue}, JMS property
     *     {@code XRoadIssue}, of a document its DocumentId; at most 256 characters
     * @param representedParty on whose behalf the partner asks, {@code [class/]code}: header
     *     {@code X-Road-Represented-Party}, JMS property {@code XRoadRepresentedParty}; at most 256 characters
     * @param method the HTTP method at the REST door
     * @param path the path at the REST door as its template, never as it was sent
     * @param clientAddress the IP address that the message came from
     * @param traceparent the trace in which the asker asks, as it was sent: header or JMS property {@code traceparent} (W3C
     *     Trace Context)
     * @param replay which put the message back to its door; null where none did
     */
    public record Traits(
            @Nullable String issue,
            @Nullable String representedParty,
            @Nullable String method,
            @Nullable String path,
            @Nullable String clientAddress,
            @Nullable String traceparent,
            @Nullable UUID replay) {

        public static final Traits NONE = new Traits(null, null, null, null, null, null);

        /** Of a message that no replay put back. */
        public Traits(
                @Nullable String issue,
                @Nullable String representedParty,
                @Nullable String method,
                @Nullable String path,
                @Nullable String clientAddress,
                @Nullable String traceparent) {
            this(issue, representedParty, method, path, clientAddress, traceparent, null);
        }
    }
}
