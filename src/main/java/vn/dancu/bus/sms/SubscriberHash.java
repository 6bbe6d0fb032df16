package vn.dancu.bus.sms;

import java.util.HexFormat;
import vn.dancu.bus.kernel.SecretBox;

/** The keyed hash of a subscriber's number, by which rows of it are found and put in order without naming it. */
public final class SubscriberHash {

    private final SecretBox box;

    public SubscriberHash(SecretBox box) {
        this.box = box;
    }

    /** 32 bytes; of a sender that is no phone number too. */
    public byte[] of(String number) {
        return box.hash("number/" + number);
    }

    /** 64 hex digits. */
    public String text(PhoneNumber number) {
        return HexFormat.of().formatHex(of(number.value()));
    }

    /** 32 bytes of whatever names a message that came, by which it is known when it comes again. */
    public byte[] ofMessage(String named) {
        return box.hash("message/" + named);
    }
}
