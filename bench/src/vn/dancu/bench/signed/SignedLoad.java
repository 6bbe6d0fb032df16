package vn.dancu.bench.signed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bench.load.Load;
import vn.dancu.bench.load.LoadClient;
import vn.dancu.bench.load.Person;
import vn.dancu.bench.load.Question;
import vn.dancu.bench.load.Round;
import vn.dancu.bench.load.Target;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.message.MessageSignatures;

/** Questions that were signed before a round, each asked once: the same is refused the second time, and an old one too. Used by one thread. */
public final class SignedLoad implements Load {

    /** How many more are signed than the fastest round asked for: a JVM that is not warm yet becomes faster. */
    private static final double RESERVE = 1.5;

    private static final double FIRST_RATE = 500;

    private final Target target;
    private final List<Person> people;
    private final SigningKey key;
    private final MessageSignatures signatures;
    private final LoadClient client;
    private final Queue<Question> signed = new ArrayDeque<>();
    private double bestRate = FIRST_RATE;

    /** @param target with the credentials of the partner whose key signs */
    public SignedLoad(Target target, List<Person> people, SigningKey key, int connections, Clock clock) {
        this.target = target;
        this.people = people;
        this.key = key;
        this.signatures = new MessageSignatures(clock);
        this.client = new LoadClient(target, serial -> signed.remove(), connections, clock);
    }

    @Override
    public int width() {
        return client.width();
    }

    @Override
    public long asked() {
        return client.asked();
    }

    /** Signs what a round of that length will ask; takes the processor, so never within a round. */
    public void prepare(Duration duration) {
        int wanted = (int) (bestRate * RESERVE * duration.toMillis() / 1000) + width();
        signed.addAll(IntStream.range(signed.size(), wanted)
                .parallel()
                .mapToObj(i -> people.get(i % people.size()))
                .map(person -> Question.signed(target, person, envelope(person)))
                .toList());
    }

    /** A question signed at this moment. */
    public byte[] envelope(Person person) {
        return signatures.sign(question(person), key);
    }

    /** The answer to one question; null where it is not a signed one about the right person. */
    public byte @Nullable [] one() {
        prepare(Duration.ZERO);
        return client.askEach(1).get(0);
    }

    @Override
    public Round run(Duration duration, int width) {
        Round round = client.run(duration, width);
        bestRate = Math.max(bestRate, round.perSecond());
        return round;
    }

    /** Asks for so long, the signing included, and on until the rate rises no more. */
    @Override
    public void warmUp(Duration duration) {
        long start = System.nanoTime();
        double before = 0;
        double rate = 0;
        for (int slices = 0;
                System.nanoTime() - start < duration.toNanos() || slices < MAX_SLICES && rate > before * STILL_RISING;
                slices++) {
            before = rate;
            prepare(SLICE);
            rate = run(SLICE, width()).perSecond();
        }
    }

    private static byte[] question(Person person) {
        return ("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:dan=\"http://dancuquocgia.bca\"><soapenv:Header/><soapenv:Body><dan:TraCuuThongTinCongDan>"
                        + "<dan:MaYeuCau>" + UUID.randomUUID()
                        + "</dan:MaYeuCau><dan:MaDVC>1.001193</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop>"
                        + "<dan:MaCanBo>canbo01</dan:MaCanBo><dan:SoDinhDanh>" + person.number()
                        + "</dan:SoDinhDanh><dan:HoVaTen>"
                        + person.name() + "</dan:HoVaTen><dan:NgayThangNamSinh>" + person.birthElement()
                        + "</dan:NgayThangNamSinh></dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
