package vn.dancu.bus.message.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;

/** Held against the writer over StAX, which writes the same trees. */
class Utf8TreeWriterTest {

    private static final Grammar GRAMMAR = Grammar.of(Version.QCVN_109_V1);
    private static final String LETTERS =
            "aZ09 .,'’/()-&<Đặngễỷ\u00a0\u00ff\u07ff\u0800\u2028\u0080\u0800\ufffd中\t\n\r>\"\u007f\u0001\ud83d\ude00\ud83d\uffff";

    private final Utf8TreeWriter direct = new Utf8TreeWriter(GRAMMAR.namespace());
    private final TreeWriter stax = new TreeWriter(GRAMMAR, false);

    @Test
    void writesWhatTheOtherWritesOrNothing() {
        Random random = new Random(20261129);
        long written = IntStream.range(0, 5_000)
                .mapToObj(i -> tree(random, i % 4, LETTERS.length() / (1 + i % 2)))
                .filter(this::isWrittenAlike)
                .count();

        assertThat(written).isBetween(1_000L, 4_900L);
    }

    @Test
    void writesALongTextWhole() {
        Node root = Node.of(
                "CongdanCollection",
                List.of(Node.text("ChiTiet", "Số 377 & tổ <5> ".repeat(2_000).replace(">", ""))));

        assertThat(isWrittenAlike(root)).isTrue();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "a>b",
                "\"",
                "a\rb",
                "\t",
                "\u0000",
                "\u007f",
                "\u0080",
                "\u0085",
                "\ud83d\ude00",
                "\ud83d",
                "\ufffe"
            })
    void leavesTextThatNeedsCareToTheOther(String text) {
        assertThat(direct.write(Node.of("CongDan", List.of(Node.text("ChiTiet", text)))))
                .isNull();
        assertThat(direct.write(Node.of("CongDan", List.of()).with(List.of(new Attribute("", "id", text)))))
                .isNull();
    }

    @Test
    void leavesOtherNamespacesAndMixedTextToTheOther() {
        Node foreign = new Node("urn:other", "Khac", List.of(), "", null, List.of());

        assertThat(direct.write(foreign)).isNull();
        assertThat(direct.write(Node.of("CongDan", List.of(foreign)))).isNull();
        assertThat(direct.write(Node.of("CongDan", List.of(Node.text(Node.TEXT, "mixed")))))
                .isNull();
        assertThat(direct.write(Node.of("CongDan", List.of()).with(List.of(new Attribute("urn:x", "id", "1")))))
                .isNull();
        assertThat(direct.write(Node.text("Tên", "1"))).isNull();
    }

    private boolean isWrittenAlike(Node root) {
        byte[] bytes = direct.write(root);
        if (bytes != null) {
            assertThat(bytes).as(() -> "a tree of " + root.children().size()).isEqualTo(byStax(root));
        }
        return bytes != null;
    }

    private byte[] byStax(Node root) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = stax.open(out);
            stax.write(writer, root);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Node tree(Random random, int depth, int letters) {
        List<Attribute> attributes = random.nextInt(3) == 0
                ? List.of(new Attribute("", "GhiChu", text(random, letters)), new Attribute("", "id", "1"))
                : List.of();
        if (depth == 0 || random.nextInt(4) == 0) {
            return Node.text("ChiTiet", text(random, letters)).with(attributes);
        }
        List<Node> children = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            children.add(tree(random, depth - 1, letters));
        }
        return Node.of("CongDan", children).with(attributes);
    }

    private static String text(Random random, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return text.toString();
    }
}
