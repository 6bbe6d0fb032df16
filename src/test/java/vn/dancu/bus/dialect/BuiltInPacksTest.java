package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenShape;

class BuiltInPacksTest {

    private static final Path FOLDER = Path.of("src/main/resources/dialects");
    private static final Dialects DIALECTS = Dialects.builtIn();
    private static final MessageContext MESSAGES = MessageContext.create();

    @Test
    void listsEveryFolder() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER).filter(Files::isDirectory)) {
            assertThat(Files.readAllLines(FOLDER.resolve("packs.txt")))
                    .containsExactlyElementsOf(
                            folders.map(folder -> folder.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
        assertThat(DIALECTS.all()).extracting(Dialect::name).containsExactlyInAnyOrderElementsOf(names().toList());
    }

    @Test
    void keepsTheTwoShapes() {
        assertThat(DIALECTS.byName("official")).get().satisfies(official -> {
            assertThat(official.shape()).isEqualTo(CitizenShape.OFFICIAL);
            assertThat(official.answers()).isEqualTo(Version.QCVN_109_V1);
        });
        assertThat(DIALECTS.byName("live")).get().satisfies(live -> {
            assertThat(live.shape()).isEqualTo(CitizenShape.LIVE);
            assertThat(live.answers()).isEqualTo(Version.LIVE_V1);
        });
        assertThat(DIALECTS.byName("odd")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "official, secretKey username",
        "live, secretKey username",
        "live-ketqua, secretKey username",
        "gtel, secretKey username",
        "court, apiKey clientMember secretKey username",
        "vdxp, clientMember providerMember providerUrl secretKey username",
        "xroad, clientMember providerMember",
        "xroad-live, clientMember providerMember",
        "xroad-rest, clientMember providerMember",
        "ngsp, accessToken consumerKey consumerSecret",
        "hub-dongthap, accessToken consumerKey consumerSecret userNameService",
        "hub-haugiang, AccessKey AppName PartnerCode PartnerCodeCus SecretKey accessToken officerKey officerPassword"
    })
    void namesWhatAnAccountMustGive(String name, String values) {
        assertThat(DIALECTS.byName(name).orElseThrow().accountValues()).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @MethodSource("names")
    void carriesAQuestionBothWays(String name) {
        DialectMessages messages = DialectMessages.of(DIALECTS.byName(name).orElseThrow(), MESSAGES);

        CitizenQuery read = messages.read(
                Questions.in(messages.write(Questions.plain(), Questions.CALL).body()));

        assertThat(read).isEqualTo(Questions.plain());
        assertThat(messages.losses(Questions.plain())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void losesWhatItNamesAndNothingElse(String name) {
        DialectMessages messages = DialectMessages.of(DIALECTS.byName(name).orElseThrow(), MESSAGES);

        CitizenQuery read = messages.read(
                Questions.in(messages.write(Questions.full(), Questions.CALL).body()));

        boolean flat = name.equals("hub-dongthap");
        assertThat(read).isEqualTo(flat ? Questions.plain() : Questions.full());
        assertThat(messages.losses(Questions.full()))
                .containsExactlyInAnyOrder(
                        flat ? new String[] {"DanhSachTruong", "MaDonVi", "MucDich"} : new String[0]);
    }

    @ParameterizedTest
    @MethodSource("names")
    void spellsTheNameAsTheOtherSideWants(String name) {
        DialectMessages messages = DialectMessages.of(DIALECTS.byName(name).orElseThrow(), MESSAGES);

        CitizenQuery read = messages.read(Questions.in(messages.write(Questions.named("Nguyễn Văn Đức"), Questions.CALL)
                .body()));

        assertThat(read.name()).isEqualTo("NGUYENVANDUC");
    }

    static Stream<String> names() {
        return Stream.of(
                "court",
                "gtel",
                "hub-dongthap",
                "hub-haugiang",
                "live",
                "live-ketqua",
                "ngsp",
                "official",
                "vdxp",
                "xroad",
                "xroad-live",
                "xroad-rest");
    }
}
