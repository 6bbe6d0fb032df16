package vn.dancu.bus.sandbox.phone;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.SandboxSmsSettings.SmsOperator;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** Sends what a subscriber writes through its operator. */
final class PhoneSender {

    private static final int REFERENCES = 256;

    private final SandboxSmsSettings settings;
    private final MockSmsc smsc;
    private final SubscriberPhones phones;
    private final AtomicInteger references = new AtomicInteger();

    PhoneSender(SandboxSmsSettings settings, MockSmsc smsc, SubscriberPhones phones) {
        this.settings = settings;
        this.smsc = smsc;
        this.phones = phones;
    }

    PhoneMessage send(PhoneText text) {
        String operator = operator(text);
        List<MobileText> pdus = text.pdus(references.getAndIncrement() % REFERENCES).stream()
                .map(MobileText::new)
                .toList();
        PhoneMessage message = phones.sent(operator, text, pdus);
        smsc.deliver(operator, pdus);
        return message;
    }

    private String operator(PhoneText text) {
        String wanted = text.operator();
        return settings.operators().stream()
                .filter(operator -> wanted == null
                        ? operator.numbers().contains(text.to())
                        : operator.systemId().equals(wanted))
                .map(SmsOperator::systemId)
                .findFirst()
                .orElseThrow(() -> BusException.of(
                        ErrorCode.FIELD_INVALID,
                        wanted == null ? "to" : "operator",
                        "of dancu.sandbox.sms.operators, which has "
                                + settings.operators().stream()
                                        .map(operator -> operator.systemId() + " " + operator.numbers())
                                        .toList()));
    }
}
