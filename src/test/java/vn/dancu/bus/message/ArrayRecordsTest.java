package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that is a bare array in JSON, streamed. */
class ArrayRecordsTest {

    private static final MessageFormat JSON =
            MessageContext.create().json(Version.NGSP_V1).ofRoot("Metadata");
    private static final Node RECORD = Elements.of("Property")
            .add("PropertyCode", "Ma")
            .add("PropertyName", "Mã")
            .add("PropertyType", "string")
            .done();

    @Test
    void isAnArrayWhereThereAreRecordsAlone() {
        String written = written(Node.of("Metadata", List.of()));

        assertThat(written).startsWith("[{\"PropertyCode\":\"Ma\"").endsWith("}]");
        assertThat(records(written)).containsExactly(RECORD, RECORD);
    }

    @Test
    void isAnObjectWhereSomethingStandsBesideTheRecords() {
        Node head = Node.of("Metadata", List.of()).with(List.of(new Node.Attribute("urn:another", "note", "1")));
        String written = written(head);

        assertThat(written).startsWith("{\"@{urn:another}note\":\"1\",");
        Records read = JSON.records(in(written), "Property", finding -> {});
        assertThat(read.next()).isEqualTo(RECORD);
        assertThat(read.head()).isEqualTo(head);
        read.close();
    }

    private static String written(Node head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = JSON.writer(head, out)) {
            writer.write(RECORD);
            writer.write(RECORD);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Node> records(String document) {
        List<Node> all = new ArrayList<>();
        try (Records records = JSON.records(in(document), "Property", Reaction.STRICT)) {
            records.forEachRemaining(all::add);
        }
        return all;
    }

    private static ByteArrayInputStream in(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
