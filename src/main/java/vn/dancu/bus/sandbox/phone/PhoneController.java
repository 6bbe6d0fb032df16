package vn.dancu.bus.sandbox.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sms.PhoneNumber;

/** The phones for programs, without sign-in: send a message, read a conversation. */
@RestController
@Profile("sandbox")
class PhoneController {

    private static final String MESSAGES = "/sandbox/phone/messages";

    private static final long MAX_WAIT = 30;

    private final PhoneSender sender;
    private final SubscriberPhones phones;

    PhoneController(PhoneSender sender, SubscriberPhones phones) {
        this.sender = sender;
        this.phones = phones;
    }

    /** Sends a message; the answer is read by GET, with {@code phone} and {@code after=id}. */
    @PostMapping(MESSAGES)
    @ResponseStatus(HttpStatus.ACCEPTED)
    SentResponse send(HttpServletRequest request) {
        PhoneText text = StrictJsonBody.OF_ADMINISTRATION.read(request, PhoneText.class);
        PhoneMessage message = sender.send(text);
        return new SentResponse(
                phones.id(text.subscriber()),
                message.id(),
                message.operator(),
                message.parts().size());
    }

    /** The conversation of a phone after a message; with {@code waitSeconds} once an answer has come. */
    @GetMapping(MESSAGES)
    ConversationResponse messages(
            @RequestParam("phone") String phone,
            @RequestParam(value = "after", defaultValue = "0") String after,
            @RequestParam(value = "waitSeconds", defaultValue = "0") String waitSeconds) {
        long last = number("after", after, Long.MAX_VALUE);
        Duration time = Duration.ofSeconds(number("waitSeconds", waitSeconds, MAX_WAIT));
        return new ConversationResponse(
                phone,
                phones.unfinished(),
                phones.await(phone, last, time).stream()
                        .map(MessageResponse::of)
                        .toList());
    }

    /** The same for whoever knows the number and not the id: it comes in the body. */
    @PostMapping("/sandbox/phone/conversations")
    ConversationResponse conversation(HttpServletRequest request) {
        ConversationRequest asked = StrictJsonBody.OF_ADMINISTRATION.read(request, ConversationRequest.class);
        String subscriber =
                PhoneNumber.of(asked.from()).map(PhoneNumber::digits).orElse(asked.from());
        return messages(
                phones.id(subscriber),
                String.valueOf(Objects.requireNonNullElse(asked.after(), 0L)),
                String.valueOf(Objects.requireNonNullElse(asked.waitSeconds(), 0L)));
    }

    private static long number(String field, String value, long highest) {
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > highest) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, "a whole number from 0 to " + highest);
        }
        return Long.parseLong(value);
    }

    private record ConversationRequest(String from, @Nullable Long after, @Nullable Long waitSeconds) {}

    /**
     * What was sent.
     *
     * @param phone names the phone in addresses, until the sandbox ends
     */
    private record SentResponse(String phone, long id, String operator, int parts) {}

    /** @param unfinished how many messages to any phone lack parts */
    private record ConversationResponse(String phone, int unfinished, List<MessageResponse> messages) {}

    private record MessageResponse(
            long id,
            String state,
            String operator,
            String number,
            String text,
            Instant at,
            int attempts,
            List<PhoneMessage.Part> parts) {

        static MessageResponse of(PhoneMessage message) {
            return new MessageResponse(
                    message.id(),
                    message.state(),
                    message.operator(),
                    message.number(),
                    message.text(),
                    message.at(),
                    message.sent().stream().mapToInt(pdu -> pdu.attempts()).sum(),
                    message.parts());
        }
    }
}
