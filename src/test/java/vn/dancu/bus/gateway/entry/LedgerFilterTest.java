package vn.dancu.bus.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dancu.bus.ledger.LedgerEntry;

class LedgerFilterTest {

    private final List<LedgerEntry.End> ends = new ArrayList<>();
    private final LedgerFilter filter = new LedgerFilter(door -> (end, partner) -> ends.add(end));

    @Test
    void endsAnAnswerWhoseAskerHangsUpWhileItLeavesAsAnswered() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask((request, response) -> {
                    response.flushBuffer();
                    throw new IOException("broken pipe");
                }));

        assertThat(ends).containsExactly(LedgerEntry.End.ANSWERED);
    }

    @Test
    void endsWhatFailsBeforeAnythingHasLeftAsRefused() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> ask((request, response) -> {
                    throw new ServletException("a fault of the bus");
                }));

        assertThat(ends).containsExactly(LedgerEntry.End.REFUSED);
    }

    @Test
    void leavesAQuestionOpenThatGotNeitherAnswerNorRefusal() throws IOException, ServletException {
        ask((request, response) -> {});

        assertThat(ends).isEmpty();
    }

    private void ask(FilterChain door) throws IOException, ServletException {
        filter.doFilter(
                new MockHttpServletRequest("POST", "/api/v1/citizens/lookup"), new MockHttpServletResponse(), door);
    }
}
