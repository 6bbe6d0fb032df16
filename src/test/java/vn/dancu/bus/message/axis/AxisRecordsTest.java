package vn.dancu.bus.message.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;

class AxisRecordsTest {

    private static final Path EXAMPLES = Path.of("schemas/vxp/v1/examples");

    @Test
    void readsWhatWaits() {
        Node result = read("getReceivedEdocListResult.hai-goi.json");

        List<ReceivedItem> waiting = ReceivedItem.all(result);

        assertThat(waiting).extracting(ReceivedItem::number).containsExactly("20261124-000001", "20261124-000002");
        assertThat(waiting.get(0).content().length()).isEqualTo(20480);
        assertThat(waiting.get(0).from()).isEqualTo("000.00.00.H41");
        assertThat(waiting.get(1).messageType()).isEqualTo("status");
        assertThat(ReceivedItem.all(read("getReceivedEdocListResult.khong-co-gi.json")))
                .isEmpty();
    }

    @Test
    void bringsRecordsBack() {
        Node received =
                read("getReceivedEdocListResult.hai-goi.json").all("data").get(1);
        Node sent = read("getSentEdocListResult.mot-goi.json").all("data").get(0);
        Node agency = read("getAgenciesListResult.hai-don-vi.json").all("data").get(0);

        assertThat(ReceivedItem.of(received).element("data")).isEqualTo(received);
        assertThat(SentStatus.of(sent).element("data")).isEqualTo(sent);
        assertThat(Agency.of(agency).element("data")).isEqualTo(agency);
    }

    @Test
    void readsWhatBecameOfADocument() {
        SentStatus sent =
                SentStatus.all(read("getSentEdocListResult.mot-goi.json")).get(0);

        assertThat(sent.sender().docId()).isEqualTo("20261124-000001");
        assertThat(sent.receiver().description()).isEqualTo("Đã lấy");
        assertThat(sent.toString()).doesNotContain("báo cáo");
    }

    @Test
    void knowsAnAgencyByBothItsCodes() {
        List<Agency> agencies = Agency.all(read("getAgenciesListResult.hai-don-vi.json"));

        assertThat(agencies.get(0).hasCode("H41")).isTrue();
        assertThat(agencies.get(0).hasCode("000.00.00.H41")).isTrue();
        assertThat(agencies.get(1).hasCode("000.00.00.G22")).isFalse();
    }

    @Test
    void keepsWhatAUnitHasBesides() {
        Node unit = read("getSynchronizeUnitResult.mot-don-vi.json").all("data").get(0);

        assertThat(Agency.of(unit).extensions())
                .extracting(Node::name)
                .containsExactly("centerCode", "version", "deleted", "modifyDate", "isAgency");
        assertThat(Agency.of(unit).element("data")).isEqualTo(unit);
    }

    private static Node read(String file) {
        String root = file.substring(0, file.indexOf('.'));
        return Trees.read(MessageContext.create().json(Version.VXP_V1).ofRoot(root), EXAMPLES.resolve(file))
                .root();
    }
}
