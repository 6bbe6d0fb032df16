package vn.dancu.bench.jmh;

import jakarta.xml.bind.JAXBElement;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.schema.citizen.v1.CongdanCollection;
import vn.dancu.schema.population.v1.CauHoi;

/**
 * Microseconds per message, one thread. {@code jaxb*} is the plain binding: no limit, no check, no canonical model; it is
 * what the library is to be compared with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MessageBenchmark {

    private final MessageContext context = MessageContext.create();
    private final PopulationXml official = context.populationXml(Version.QCVN_109_V1);
    private final PopulationXml live = context.populationXml(Version.LIVE_V1);
    private final PopulationJson json = context.populationJson();
    private final Answer answer = Samples.answer();
    private final byte[] request = Samples.request();
    private final byte[] officialXml = official.write(answer);
    private final byte[] liveXml = live.write(answer);
    private final byte[] answerJson = json.write(answer);
    private final byte[] requestJson = json.writeQuery(official.readQuery(new ByteArrayInputStream(request)));

    private final PlainJaxb jaxb = new PlainJaxb();
    private final JAXBElement<CongdanCollection> bound = jaxb.readAnswer(officialXml);

    @Benchmark
    public CitizenQuery readRequestXml() {
        return official.readQuery(new ByteArrayInputStream(request));
    }

    @Benchmark
    public CauHoi jaxbReadRequest() {
        return jaxb.readRequest(request);
    }

    @Benchmark
    public CitizenQuery readRequestJson() {
        return json.readQuery(new ByteArrayInputStream(requestJson));
    }

    @Benchmark
    public byte[] writeAnswerOfficialXml() {
        return official.write(answer);
    }

    @Benchmark
    public byte[] writeAnswerLiveXml() {
        return live.write(answer);
    }

    @Benchmark
    public byte[] jaxbWriteAnswer() {
        return jaxb.write(bound);
    }

    @Benchmark
    public byte[] writeAnswerJson() {
        return json.write(answer);
    }

    @Benchmark
    public Answer readAnswerOfficialXml() {
        return official.readAnswer(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, new ByteArrayInputStream(officialXml));
    }

    @Benchmark
    public Answer readAnswerLiveXml() {
        return live.readAnswer(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, new ByteArrayInputStream(liveXml));
    }

    @Benchmark
    public Object jaxbReadAnswer() {
        return jaxb.readAnswer(officialXml);
    }

    @Benchmark
    public Answer readAnswerJson() {
        return json.readAnswer(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, new ByteArrayInputStream(answerJson));
    }
}
