package vn.dancu.bus.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.LedgerEntry;

class LedgerFilterTest {

    private static final String LOOKUP = "/api/v1/citizens/lookup";
    private static final Instant TAKEN_AT = Instant.parse("2026-11-29T09:59:59.999999Z");

    private final List<String> doors = new ArrayList<>();
    private final List<LedgerEntry.End> ends = new ArrayList<>();
    private final AtomicInteger withdrawn = new AtomicInteger();
    private final LedgerFilter filter = new LedgerFilter(door -> {
        doors.add(door);
        return new NotedEntry();
    });

    private final class NotedEntry implements LedgerEntry {

        @Override
        public Instant takenAt() {
            return TAKEN_AT;
        }

        @Override
        public void end(End end, @Nullable PartnerId partner) {
            ends.add(end);
        }

        @Override
        public void withdraw() {
            withdrawn.incrementAndGet();
        }
    }

    @Test
    void endsAnAnswerWhoseAskerHangsUpWhileItLeavesAsAnswered() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask(LOOKUP, (request, response) -> {
                    response.flushBuffer();
                    throw new IOException("broken pipe");
                }));

        assertThat(ends).containsExactly(LedgerEntry.End.ANSWERED);
    }

    @Test
    void endsWhatFailsBeforeAnythingHasLeftAsRefused() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> ask(LOOKUP, (request, response) -> {
                    throw new ServletException("a fault of the bus");
                }));

        assertThat(ends).containsExactly(LedgerEntry.End.REFUSED);
    }

    @Test
    void leavesAQuestionOpenThatGotNeitherAnswerNorRefusal() throws IOException, ServletException {
        ask(LOOKUP, (request, response) -> {});

        assertThat(ends).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/XrdAdapter/RestService/forward/mapi/g", "/VXPAdapter/RestService/forward/mapi/g"})
    void entersACallOfTheAdapterWhoseRefusalGoesUnderStatus200(String path) throws IOException, ServletException {
        ask(path, (request, response) -> {
            EntryNotes.refused((HttpServletRequest) request);
            response.flushBuffer();
        });
        ask(path, (request, response) -> response.flushBuffer());

        assertThat(doors).containsExactly("adapter", "adapter");
        assertThat(ends).containsExactly(LedgerEntry.End.REFUSED, LedgerEntry.End.ANSWERED);
    }

    @Test
    void entersQuestionsOfXRoadAndNoMetaservice() throws IOException, ServletException {
        ask("/xroad/population/v1", (request, response) -> {
            EntryNotes.refused((HttpServletRequest) request);
            response.flushBuffer();
        });
        ask("/xroad/population/v1", (request, response) -> response.flushBuffer());
        ask("/xroad/population/v1", (request, response) -> {
            EntryNotes.noQuestion((HttpServletRequest) request);
            response.flushBuffer();
        });
        ask(
                "/r1/VN/GOV/000.00.00.G01/csdldc/population/citizens/lookup",
                (request, response) -> response.flushBuffer());

        assertThat(doors).containsExactly("xroad", "xroad", "xroad", "xroad-rest");
        assertThat(withdrawn).as("the metaservice").hasValue(1);
        assertThat(ends)
                .as("a fault goes under status 200")
                .containsExactly(LedgerEntry.End.REFUSED, LedgerEntry.End.ANSWERED, LedgerEntry.End.ANSWERED);
    }

    /** The door answers such a path, so the ledger counts it. */
    @Test
    void entersAQuestionHoweverItsPathIsWritten() throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/citizens/%6cookup");
        request.setServletPath(LOOKUP);

        filter.doFilter(request, new MockHttpServletResponse(), (asked, response) -> response.flushBuffer());

        assertThat(doors).containsExactly("rest");
        assertThat(ends).containsExactly(LedgerEntry.End.ANSWERED);
    }

    @Test
    void entersNoSignInToTheAdapter() throws IOException, ServletException {
        ask("/XrdAdapter/RestService/forward/mapi/login", (request, response) -> response.flushBuffer());

        assertThat(doors).isEmpty();
    }

    @Test
    void givesTheDoorTheMomentThatTheLedgerHas() throws IOException, ServletException {
        List<Instant> seen = new ArrayList<>();

        ask(
                LOOKUP,
                (request, response) -> seen.add(EntryNotes.takenAt((HttpServletRequest) request, Clock.systemUTC())));

        assertThat(seen).containsExactly(TAKEN_AT);
    }

    private void ask(String path, FilterChain door) throws IOException, ServletException {
        filter.doFilter(new MockHttpServletRequest("POST", path), new MockHttpServletResponse(), door);
    }
}
