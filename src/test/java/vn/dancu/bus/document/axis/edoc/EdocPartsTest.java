package vn.dancu.bus.document.axis.edoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.cxf.helpers.FileUtils;
import org.junit.jupiter.api.Test;

class EdocPartsTest {

    private static final int SIZE = 300_000;

    /** Files are kept nameless and encrypted; CXF would put large ones into plain files of its own. */
    @Test
    void leavesNoFileOfAnAttachmentInTheFolderOfCxf() throws IOException {
        List<String> before = filesOfCxf();
        try (EdocParts parts = EdocParts.read(watched(answer(), before), "multipart/related; boundary=B", 2 * SIZE)) {
            assertThat(filesOfCxf()).isEqualTo(before);
            for (String id : List.of("one", "two")) {
                try (InputStream file = parts.file("cid:" + id).orElseThrow().open()) {
                    assertThat(file.readAllBytes()).isEqualTo(content(id));
                }
            }
        }
        assertThat(filesOfCxf()).isEqualTo(before);
    }

    private static InputStream watched(byte[] answer, List<String> before) {
        return new FilterInputStream(new ByteArrayInputStream(answer)) {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                assertThat(filesOfCxf()).isEqualTo(before);
                return super.read(bytes, from, count);
            }
        };
    }

    private static List<String> filesOfCxf() {
        File folder = FileUtils.getDefaultTempDir();
        String[] names = folder.list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    private static byte[] answer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(
                out,
                "text/xml",
                "start",
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><a/></s:Body></s:Envelope>"""
                        .getBytes(StandardCharsets.UTF_8));
        part(out, "application/octet-stream", "one", content("one"));
        part(out, "application/octet-stream", "two", content("two"));
        out.write("--B--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String type, String id, byte[] content) throws IOException {
        out.write(("--B\r\nContent-Type: " + type + "\r\nContent-ID: <" + id + ">\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] content(String id) {
        return id.repeat(SIZE / id.length()).getBytes(StandardCharsets.US_ASCII);
    }
}
