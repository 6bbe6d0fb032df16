package vn.dancu.bus.message.xroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;

class XRoadHeaderTest {

    private static final Path EXAMPLES = Path.of("schemas/xroad/v1/examples");
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final MessageFormat XML = CONTEXT.xml(Version.XROAD_V1);
    private static final MessageFormat JSON = CONTEXT.json(Version.XROAD_V1);
    private static final XRoadId CLIENT = XRoadId.subsystem("VN", "GOV", "000.00.00.H41", "lgsp-nghean");
    private static final XRoadId SERVICE = XRoadId.service(
            XRoadId.subsystem("VN", "GOV", "000.00.00.G22", "vpcpdvcprovider"), "TraCuuThongTinCongDan", "v1");

    static Stream<Path> examples() {
        return Stream.concat(Trees.files(EXAMPLES, ".xml"), Trees.files(EXAMPLES, ".json"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bringsEveryExampleBack(Path file) {
        Node headers = read(file);

        assertThat(Trees.sorted(XRoadHeader.of(headers).element())).isEqualTo(Trees.sorted(headers));
    }

    @Test
    void readsAQuestion() {
        XRoadHeader header = XRoadHeader.of(read(EXAMPLES.resolve("yeu-cau.xml")));

        assertThat(header)
                .isEqualTo(new XRoadHeader(
                        CLIENT,
                        SERVICE,
                        null,
                        null,
                        "4894e35d-0000-4000-8000-8e51f1daa7e0",
                        "VN-canbo01",
                        "1.001193",
                        "4.0",
                        List.of()));
        assertThat(header.toString()).doesNotContain("canbo01");
    }

    @Test
    void writesTheFieldsOfRestAndNamesWhatHasNoPlaceThere() {
        XRoadHeader header = XRoadHeader.of(read(EXAMPLES.resolve("yeu-cau.xml")));

        assertThat(header.rest())
                .isEqualTo(Map.of(
                        "X-Road-Client", "VN/GOV/000.00.00.H41/lgsp-nghean",
                        "X-Road-Id", "4894e35d-0000-4000-8000-8e51f1daa7e0",
                        "X-Road-UserId", "VN-canbo01",
                        "X-Road-Issue", "1.001193"));
        assertThat(header.restLosses()).containsExactly("service/serviceVersion", "protocolVersion");
        assertThat(SERVICE.path()).isEqualTo("VN/GOV/000.00.00.G22/vpcpdvcprovider/TraCuuThongTinCongDan");
    }

    @Test
    void readsTheFieldsOfRestInAnyCase() {
        XRoadHeader header = XRoadHeader.ofRest(
                Map.of("x-road-client", "VN/GOV/000.00.00.H41/lgsp-nghean", "X-ROAD-USERID", "VN-canbo01"),
                "VN/COM/0100000000/bangiao/tra-cuu");

        assertThat(header.client()).isEqualTo(CLIENT);
        assertThat(header.userId()).isEqualTo("VN-canbo01");
        assertThat(header.service())
                .isEqualTo(XRoadId.service(XRoadId.subsystem("VN", "COM", "0100000000", "bangiao"), "tra-cuu", null));
        assertThat(header.restLosses()).isEmpty();
        assertThat(XRoadHeader.ofRest(header.rest(), SERVICE.path()).rest()).isEqualTo(header.rest());
    }

    @ParameterizedTest
    @CsvSource({
        "BAR/SERVICE, BAR%2FSERVICE",
        "ban giao,    ban%20giao",
        "số liệu,     s%E1%BB%91%20li%E1%BB%87u",
        "a:b%c?,      a%3Ab%25c%3F",
        "a-b._~,      a-b._~"
    })
    void escapesEachPartByItself(String code, String escaped) {
        XRoadId id = XRoadId.subsystem("VN", "GOV", "H41", code);

        assertThat(id.path()).isEqualTo("VN/GOV/H41/" + escaped);
        assertThat(XRoadId.ofClientPath(id.path())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "VN",
                "VN/GOV",
                "VN/GOV/H41/a/b",
                "VN//H41/a",
                "VN/GOV/H41/",
                "/VN/GOV/H41",
                "VN/GOV/../a",
                "VN/GOV/%2E%2E/a",
                "VN/GOV/H41/a%0Ab",
                "VN/GOV/H41/%",
                "VN/GOV/H41/%2",
                "VN/GOV/H41/%ZZ",
                "VN/GOV/H41/%C3",
                "VN/GOV/H41/a b",
                "VN/GOV/H41/số",
                "VN%2FGOV%2FH41"
            })
    void refusesWhatIsNoIdentifier(String path) {
        BusException refused =
                catchThrowableOfType(BusException.class, () -> XRoadHeader.ofRest(Map.of("X-Road-Client", path), null));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.HEADER_INVALID);
        assertThat(refused.refusal().field()).isEqualTo("X-Road-Client");
    }

    @Test
    void refusesARequestWithoutClient() {
        BusException refused =
                catchThrowableOfType(BusException.class, () -> XRoadHeader.ofRest(Map.of("X-Road-Id", "1"), null));

        assertThat(refused.refusal().field()).isEqualTo("X-Road-Client");
    }

    @Test
    void readsAndWritesTheLineOfAdapters() {
        assertThat(XRoadId.ofLine("VN:GOV:000.00.00.H41:lgsp-nghean")).isEqualTo(CLIENT);
        assertThat(XRoadId.ofLine("VN:COM:0100000000")).isEqualTo(XRoadId.member("VN", "COM", "0100000000"));
        assertThat(CLIENT.line()).isEqualTo("VN:GOV:000.00.00.H41:lgsp-nghean");
        assertThatIllegalArgumentException().isThrownBy(() -> XRoadId.ofLine("VN:GOV"));
        assertThatIllegalStateException()
                .isThrownBy(() -> XRoadId.member("VN", "GOV", "a:b").line());
    }

    @Test
    void readsAServer() {
        assertThat(XRoadId.ofServerPath("VN/GOV/000.00.00.G22/ss1"))
                .isEqualTo(XRoadHeader.of(read(EXAMPLES.resolve("may-chu.xml"))).securityServer());
    }

    @Test
    void refusesAnIdentifierThatLacksWhatItsKindHas() {
        Node headers = XRoadHeader.of(CLIENT, SERVICE, "1").element();
        Node client = Objects.requireNonNull(headers.child("client"));
        Message message = CONTEXT.message(Version.XROAD_V1, headers);

        assertThat(field(message.without("client"))).isEqualTo("client");
        assertThat(field(message.without("service"))).isEqualTo("service");
        assertThat(field(message.without("client/xRoadInstance"))).isEqualTo("client/xRoadInstance");
        assertThat(field(message.without("client/memberCode"))).isEqualTo("client");
        assertThat(field(CONTEXT.message(Version.XROAD_V1, Node.of("Headers", List.of(client.with(List.of()))))))
                .isEqualTo("client/@objectType");
    }

    private static @Nullable String field(Message message) {
        return catchThrowableOfType(BusException.class, () -> XRoadHeader.of(message.root()))
                .refusal()
                .field();
    }

    private static Node read(Path file) {
        return Trees.read(file.toString().endsWith(".json") ? JSON : XML, file).root();
    }
}
