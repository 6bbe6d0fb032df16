package vn.dancu.bus.message.xml;

import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stops at the first finding and keeps the key of its rule alone: the message of a validator repeats values. */
final class FirstFinding implements ValidationEventHandler {

    private static final Pattern KEY = Pattern.compile("^(cvc-[A-Za-z0-9.-]{1,40}):");

    private String rule = "an answer that agrees with the schema";

    @Override
    public boolean handleEvent(ValidationEvent event) {
        Matcher key = KEY.matcher(String.valueOf(event.getMessage()));
        if (key.find()) {
            rule = "an answer that agrees with the schema (" + key.group(1) + ")";
        }
        return false;
    }

    String rule() {
        return rule;
    }
}
