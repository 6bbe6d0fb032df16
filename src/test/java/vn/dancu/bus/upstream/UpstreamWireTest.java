package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;

/** Each folder of {@code wire/upstream/<dialect>/}: what another side sends, and what the bus makes of it. */
class UpstreamWireTest {

    static final CitizenQuery QUESTION = RunningUpstream.MESSAGES
            .populationJson()
            .readQuery(new ByteArrayInputStream(
                    ("{\"dichVu\":\"TraCuuThongTinCongDan\",\"maYeuCau\":\"Q-1\",\"maDVC\":\"1.001193\",\"maCanBo\":\"cb-01\","
                                    + "\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"MẪU VĂN AN\",\"ngaySinh\":\"1980-01-02\"}")
                            .getBytes(StandardCharsets.UTF_8)));
    static final Set<FieldPath> RELEASED = Set.of(
            FieldPath.of("SoDinhDanh"),
            FieldPath.of("HoVaTen"),
            FieldPath.of("TonGiao"),
            FieldPath.of("TrangThaiCongDan"));

    private static final Path CASES = Path.of("src/test/resources/wire/upstream");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final byte[] TOKEN =
            ScriptedSide.http("200 OK", "Connection: close\r\n", "{\"access_token\":\"a-token\",\"expires_in\":3600}");

    static Stream<Path> cases() throws IOException {
        return Files.walk(CASES, 2)
                .filter(folder -> Files.exists(folder.resolve("case.yaml")))
                .sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsTheCaseSays(Path folder) throws Exception {
        JsonNode expected = YAML.readTree(folder.resolve("case.yaml").toFile());
        try (ScriptedSide side = new ScriptedSide();
                RunningUpstream upstream = new RunningUpstream(RunningUpstream.settings(
                        folder.getParent().getFileName().toString(), side.address()))) {
            byte[] answer = answer(folder);
            side.answers(request -> request.isOfToken() ? TOKEN : answer);

            String result = result(upstream, QUESTION.requestId());

            assertThat(result).isEqualTo(expected.path("result").asText());
            assertThat(side.questions()).as("nothing is asked twice").hasSize(1);
            CallRecord last = upstream.records.get(upstream.records.size() - 1);
            assertThat(upstream.records).extracting(CallRecord::result).containsExactly("asked", result);
            assertThat(last.ended()).isNotNull();
            assertThat(String.valueOf(
                            last.ended().theirCode() == null
                                    ? "-"
                                    : last.ended().theirCode()))
                    .isEqualTo(expected.path("theirCode").asText());
        }
    }

    private static String result(RunningUpstream upstream, String requestId) {
        try {
            Answer answer = upstream.ask(QUESTION, RELEASED).answer();
            assertThat(answer.requestId())
                    .as("also where the wire does not carry it")
                    .isEqualTo(requestId);
            assertThat(answer.dataTime()).isAfter(Instant.EPOCH);
            return answer.status().code();
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    /** The file has the line ends of an editor. */
    private static byte[] answer(Path folder) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("answer.http"));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String head = text.substring(0, end).replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
        byte[] body = text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
        return ScriptedSide.joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }
}
