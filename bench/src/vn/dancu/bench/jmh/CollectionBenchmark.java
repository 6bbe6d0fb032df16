package vn.dancu.bench.jmh;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Validator;
import vn.dancu.bus.message.Version;
import vn.dancu.schema.citizen.v1.CongdanCollection;

/**
 * Microseconds per document, one thread, by size. The library reads with every limit and the whole schema;
 * {@code bare*} is what it is compared with: no limit, no check.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
public class CollectionBenchmark {

    @Param({"1000", "10000", "100000", "1000000"})
    private int bytes;

    private final MessageContext context = MessageContext.create(MessageLimits.LARGE);
    private final MessageFormat xml = context.xml(Version.QCVN_109_V1);
    private final MessageFormat json = context.json(Version.QCVN_109_V1);
    private final Validator validator = context.validator(Version.QCVN_109_V1);
    private final BareReaders bare = new BareReaders();

    private byte[] document = {};
    private byte[] jsonDocument = {};
    private Message message = context.message(Version.QCVN_109_V1, Node.text("CongdanCollection", ""));

    @Setup
    public void write() {
        document = Collections.xml(context, bytes);
        message = xml.read(new ByteArrayInputStream(document));
        jsonDocument = json.write(message);
    }

    @Benchmark
    public Message readXmlAndValidate() {
        return xml.read(new ByteArrayInputStream(document));
    }

    @Benchmark
    public Message readJsonAndValidate() {
        return json.read(new ByteArrayInputStream(jsonDocument));
    }

    @Benchmark
    public Message validate() {
        validator.check(message, Reaction.STRICT);
        return message;
    }

    @Benchmark
    public byte[] writeXml() {
        return xml.write(message);
    }

    @Benchmark
    public byte[] writeJson() {
        return json.write(message);
    }

    @Benchmark
    public byte[] xmlToJson() {
        return json.write(xml.read(new ByteArrayInputStream(document)));
    }

    @Benchmark
    public byte[] jsonToXml() {
        return xml.write(json.read(new ByteArrayInputStream(jsonDocument)));
    }

    @Benchmark
    public CongdanCollection asObject() {
        return message.as(CongdanCollection.class);
    }

    @Benchmark
    public Message objectAndBack() {
        return context.message(message.as(CongdanCollection.class));
    }

    @Benchmark
    public byte[] bareJaxbAndJackson() {
        return bare.xmlToJson(document);
    }

    @Benchmark
    public Object bareDom() {
        return bare.dom(document);
    }

    @Benchmark
    public int bareStax() {
        return bare.stax(document);
    }
}
