package vn.dancu.bus.sandbox.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.SubmittedText;

/** The conversations of all phones. Addresses name a phone by an id of this process: a number in an address is personal. */
final class SubscriberPhones {

    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 9;
    private static final int MAX_PHONES = 20_000;
    private static final int MAX_MESSAGES = 1000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final PartJoiner parts = new PartJoiner();
    private long messages;

    private record Phone(String number, Deque<PhoneMessage> messages) {}

    SubscriberPhones(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HASH);
    }

    /** The id of a number given in digits. */
    String id(String number) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            byte[] hash = mac.doFinal(number.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of a phone that has sent or received something. */
    synchronized Optional<String> number(String id) {
        return Optional.ofNullable(phones.get(id)).map(Phone::number);
    }

    synchronized PhoneMessage sent(String operator, PhoneText text, List<MobileText> pdus) {
        List<PhoneMessage.Part> shown =
                pdus.stream().map(pdu -> PhoneMessage.Part.of(pdu.wire())).toList();
        PhoneMessage message = new PhoneMessage(
                ++messages, operator, text.to(), text.text(), clock.instant(), shown, List.copyOf(pdus));
        add(text.subscriber(), message);
        return message;
    }

    /** Takes what an operator got for a subscriber; a longer message is shown when its last part has come. */
    synchronized void receive(SubmittedText text) {
        parts.add(text).ifPresent(whole -> {
            SubmittedText last = whole.get(whole.size() - 1);
            List<PhoneMessage.Part> shown =
                    whole.stream().map(PhoneMessage.Part::of).toList();
            add(
                    text.to(),
                    new PhoneMessage(
                            ++messages,
                            text.operator(),
                            text.from(),
                            PartJoiner.text(whole),
                            last.at(),
                            shown,
                            List.of()));
        });
    }

    private void add(String number, PhoneMessage message) {
        Phone phone = phones.computeIfAbsent(id(number), ignored -> new Phone(number, new ArrayDeque<>()));
        phone.messages().addLast(message);
        if (phone.messages().size() > MAX_MESSAGES) {
            phone.messages().removeFirst();
        }
        if (phones.size() > MAX_PHONES) {
            phones.remove(phones.keySet().iterator().next());
        }
        notifyAll();
    }

    /** The conversation of a phone after that message, the oldest first. */
    synchronized List<PhoneMessage> messages(String id, long after) {
        Phone phone = phones.get(id);
        return phone == null
                ? List.of()
                : phone.messages().stream()
                        .filter(message -> message.id() > after)
                        .toList();
    }

    /** The same, once something was received after that message, or the time is over. */
    synchronized List<PhoneMessage> await(String id, long after, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (messages(id, after).stream().noneMatch(PhoneMessage::isReceived) && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return messages(id, after);
    }

    /** How many received messages lack parts. */
    synchronized int unfinished() {
        return parts.unfinished();
    }
}
