package vn.dancu.bus.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** Citizens who write to the whole bus, on their phones at the simulated SMSC: nothing is lost, nothing is answered twice. */
class CitizenTextsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String SHORT = "8088";
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REFUSED = "Khong thuc hien duoc yeu cau";

    private final PhoneSender sender = BUS.bean(PhoneSender.class);
    private final SubscriberPhones phones = BUS.bean(SubscriberPhones.class);
    private final Map<String, Object> person = BUS.jdbc()
            .sql(
                    """
                    select c.so_dinh_danh as number, c.mobile as mobile from register.citizen c
                    join register.citizen_number n on n.number = c.so_dinh_danh
                    where c.mobile is not null and c.state = 'ALIVE' and n.state = 'CURRENT' and c.birth_date is not null
                    order by c.citizen_id limit 1 offset 40
                    """)
            .query()
            .singleRow();

    @AfterEach
    void forgetTheFaults() {
        BUS.bean(MockSmsc.class).faults(null).forEach(FaultPlan::clear);
    }

    @Test
    void aSubscriberReadsTheirOwnDataAndWhoLooked() {
        String phone = (String) person.get("mobile");
        String number = (String) person.get("number");

        assertThat(answer(phone, "dc  hd")).contains("DC TT");
        String code = codeIn(answer(phone, "DC TT " + number));
        assertThat(answer(phone, "DC XN " + number + " " + code))
                .contains("Ngay sinh")
                .doesNotContain(number);
        String other = codeIn(answer(phone, "DC NK " + number));
        assertThat(answer(phone, "DC XN " + number + " " + other)).contains("12 thang");
        assertThat(answer(phone, "DC XN " + number + "  " + other)).startsWith(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"９９９", "٩٩٩", "999"})
    void looksTheSameForDigitsThatAreNoneAndForAStranger(String begin) {
        String number = (String) person.get("number");

        assertThat(answer("0100770%03d".formatted(begin.codePointAt(0) % 90), "DC TT " + begin + number.substring(3)))
                .startsWith(REFUSED);
    }

    @Test
    void partsInAnyOrderAreOneTextAndAMissingOneIsWaitedFor() {
        PhoneMessage whole = sender.send(parts("0100770101", List.of(3, 1, 2, 2)));
        PhoneMessage cut = sender.send(parts("0100770102", List.of(1, 3)));

        assertThat(await("0100770101", whole)).hasSize(1);
        assertThat(received("0100770102", cut)).isEmpty();
    }

    @Test
    void aFloodFromOneNumberGetsTheLimitAndOneWarning() {
        PhoneMessage first = sender.send(PhoneText.plain("0100770201", SHORT, "DC so 0"));
        IntStream.rangeClosed(1, 60).forEach(i -> sender.send(PhoneText.plain("0100770201", SHORT, "DC so " + i)));
        PhoneMessage same = sender.send(PhoneText.plain("0100770202", SHORT, "DC HD"));
        IntStream.range(0, 20).forEach(i -> sender.send(PhoneText.plain("0100770202", SHORT, "DC HD")));

        // Those above the twenty that may wait are not answered at all.
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(allTaken("0100770201")).isTrue();
            assertThat(received("0100770201", first)).hasSizeBetween(20, 21);
            assertThat(allTaken("0100770202")).isTrue();
        });
        assertThat(received("0100770201", first))
                .filteredOn(text -> text.contains("qua nhieu"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(received("0100770202", same)).hasSize(1);
    }

    @Test
    void aThousandAtOnceAreAnsweredOnceEachThoughTheSmscIsPoorly() throws IOException {
        order("[{\"verb\":\"deliver_sm\",\"fault\":\"duplicate\",\"every\":41},"
                + "{\"verb\":\"submit_sm\",\"fault\":\"fail\",\"code\":\"0x58\",\"every\":97},"
                + "{\"verb\":\"receipt\",\"fault\":\"silent\",\"every\":5}]");
        List<String> senders = senders(780_000, 1000);

        senders.forEach(phone -> sender.send(PhoneText.plain(phone, SHORT, "DC HD")));

        Awaitility.await().atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> assertThat(senders)
                .allMatch(phone -> !received(phone, null).isEmpty() && allTaken(phone)));
        assertThat(senders)
                .filteredOn(phone -> received(phone, null).size() != 1)
                .isEmpty();
    }

    /** What the operator took and could not say so goes not again: its receipts show it. What it did not take goes again. */
    @Test
    void aConnectionThatDropsInTheMiddleOfAWindowLosesNothingAndDoublesNothing() throws IOException {
        order("[{\"verb\":\"submit_sm\",\"fault\":\"lost\",\"every\":50,\"times\":2},"
                + "{\"verb\":\"deliver_sm\",\"fault\":\"lost\",\"every\":80,\"times\":2},"
                + "{\"verb\":\"submit_sm\",\"fault\":\"drop\",\"every\":70,\"times\":1},"
                + "{\"verb\":\"submit_sm\",\"fault\":\"silent\",\"every\":90,\"times\":1}]");
        long before = outbox();
        List<String> senders = senders(790_000, 200);

        senders.forEach(phone -> sender.send(PhoneText.plain(phone, SHORT, "DC HD")));

        Awaitility.await().atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> assertThat(senders)
                .allMatch(phone -> !received(phone, null).isEmpty() && allTaken(phone)));
        assertThat(outbox() - before).isEqualTo(200);
        assertThat(senders).allMatch(phone -> received(phone, null).size() == 1);
    }

    private static List<String> senders(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "0100%06d".formatted(first + i))
                .toList();
    }

    private static long outbox() {
        return BUS.jdbc()
                .sql("select count(*) from delivery.message where channel = 'sms' and destination = 'mang-a'")
                .query(Long.class)
                .single();
    }

    private void order(String faults) throws IOException {
        for (FaultPlan plan : BUS.bean(MockSmsc.class).faults("mang-a")) {
            plan.replace(new ByteArrayInputStream(faults.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static PhoneText parts(String phone, List<Integer> order) {
        return new PhoneText(phone, SHORT, "DC   HD", null, null, null, null, null, null, null, 3, order);
    }

    private String answer(String phone, String text) {
        return String.join("", await(phone, sender.send(PhoneText.plain(phone, SHORT, text))));
    }

    private List<String> await(String phone, PhoneMessage sent) {
        phones.await(id(phone), sent.id(), PATIENCE);
        return received(phone, sent);
    }

    /** What came after that message, or at all. */
    private List<String> received(String phone, @Nullable PhoneMessage sent) {
        return phones.messages(id(phone), sent == null ? 0 : sent.id()).stream()
                .filter(PhoneMessage::isReceived)
                .map(PhoneMessage::text)
                .toList();
    }

    private boolean allTaken(String phone) {
        return phones.messages(id(phone), 0).stream()
                .noneMatch(message -> message.state().equals("waiting"));
    }

    private String id(String phone) {
        return phones.id(PhoneText.plain(phone, SHORT, "").subscriber());
    }

    private static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as("a code of six digits").isTrue();
        return code.group();
    }
}
