package vn.dancu.bus.sandbox.phone;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.guide.PeopleKind;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;

/** The page of a phone: choose a synthetic subscriber, write a message, read the conversation. It needs no script. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/phone")
class PhonePageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'";
    private static final int SUBSCRIBERS = 50;

    /** Long enough for an answer of a bus that is not busy; whoever sees none reads again. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final ITemplateEngine templates;
    private final SandboxSmsSettings settings;
    private final PhoneSender sender;
    private final SubscriberPhones phones;
    private final SyntheticPeople people;

    PhonePageController(
            ITemplateEngine templates,
            SandboxSmsSettings settings,
            PhoneSender sender,
            SubscriberPhones phones,
            SyntheticPeople people) {
        this.templates = templates;
        this.settings = settings;
        this.sender = sender;
        this.phones = phones;
        this.people = people;
    }

    @GetMapping
    ResponseEntity<byte[]> read(@RequestParam(value = "phone", defaultValue = "") String phone) {
        return page(
                HttpStatus.OK,
                Map.of("phone", phone, "from", phones.number(phone).orElse(""), "flaw", ""));
    }

    /** Sends, waits a little for the answer, and leads back to the conversation. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> write(
            @RequestParam("from") String from, @RequestParam("to") String to, @RequestParam("text") String text) {
        try {
            PhoneText written = PhoneText.plain(from.strip(), to, text.strip());
            String phone = phones.id(written.subscriber());
            phones.await(phone, sender.send(written).id(), ANSWER);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sandbox/phone?phone=" + phone))
                    .build();
        } catch (IllegalArgumentException | BusException e) {
            return page(
                    HttpStatus.BAD_REQUEST, Map.of("phone", "", "from", "", "flaw", String.valueOf(e.getMessage())));
        }
    }

    @GetMapping("/phone.css")
    ResponseEntity<byte[]> style() throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(new ClassPathResource("templates/sandbox/phone.css").getContentAsByteArray());
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Map<String, Object> values) {
        Context context = new Context(Locale.forLanguageTag("vi-VN"), values);
        context.setVariable("people", people.list(PeopleKind.SUBSCRIBER, SUBSCRIBERS));
        context.setVariable("numbers", numbers());
        context.setVariable("messages", phones.messages(String.valueOf(values.get("phone")), 0));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .body(templates.process("sandbox/phone", context).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> numbers() {
        return settings.operators().stream()
                .flatMap(operator -> operator.numbers().stream())
                .distinct()
                .toList();
    }
}
