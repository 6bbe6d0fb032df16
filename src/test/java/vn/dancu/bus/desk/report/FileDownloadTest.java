package vn.dancu.bus.desk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dancu.bus.desk.body.FileDownload;

class FileDownloadTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<String> recorded = new ArrayList<>();

    @Test
    void recordsNothingWhenTheWholeFileLeft() throws IOException {
        FileDownload.send(response, "a.csv", "text/csv", out -> out.write(1), () -> recorded.add("broke off"));

        assertThat(recorded).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"a.csv\"");
        assertThat(response.getContentAsByteArray()).hasSize(1);
    }

    @Test
    void leavesAnAnswerThatHasNotBegunToTheRefusalAndRecordsThatNothingLeft() {
        Throwable thrown = catchThrowable(() -> FileDownload.send(
                response,
                "a.jsonl.gz",
                "application/gzip",
                out -> {
                    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                        packed.write(1);
                        throw new IllegalStateException("the database is away");
                    }
                },
                () -> recorded.add("broke off")));

        assertThat(thrown).hasMessage("the database is away");
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getHeader("Content-Disposition")).isNull();
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(recorded).containsExactly("broke off");
    }

    @Test
    void recordsAFileThatBreaksOffAndHandsTheFailureOn() {
        Throwable thrown = catchThrowable(() -> FileDownload.send(
                response,
                "a.csv",
                "text/csv",
                out -> {
                    out.write(1);
                    response.flushBuffer();
                    throw new UncheckedIOException(new IOException("the client is gone"));
                },
                () -> {
                    recorded.add("broke off");
                    throw new IllegalStateException("and the database too");
                }));

        assertThat(thrown).isInstanceOf(IOException.class).hasMessage("the client is gone");
        assertThat(recorded).containsExactly("broke off");
    }
}
