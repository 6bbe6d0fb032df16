package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** One call at the mock: its line in the journal, the fault that it meets, and how both end. */
record NationalCall(
        HttpServletRequest request,
        NationalJournal journal,
        ObjectNode line,
        @Nullable Fault fault,
        FaultPlayer player) {

    /** What the interface says where a fault stands in the place of its answer. */
    interface Words {

        /** A failure with that code; an answer without data where it is null. */
        MockAnswer failure(@Nullable String code);

        /** A fault with that code and that status. */
        MockAnswer fault(int status, String code);
    }

    /** What a call comes to. */
    interface Work {
        MockAnswer done() throws IOException;
    }

    private static final int OK = 200;

    /** @param verb what is asked for: question, token or catalogue */
    static NationalCall of(String verb, HttpServletRequest request, FaultPlan faults, NationalJournal journal) {
        ObjectNode line = journal.begun(verb, request.getRequestURI());
        Fault fault = faults.next(verb).orElse(null);
        if (fault != null) {
            journal.put(line, "fault", fault.fault().word());
        }
        return new NationalCall(request, journal, line, fault, new FaultPlayer(fault));
    }

    void note(String name, @Nullable String value) {
        if (value != null) {
            journal.put(line, name, value);
        }
    }

    /** How far the clock of this side stands ahead. */
    Duration ahead() {
        return fault != null && player.is(Fault.Kind.CLOCK) ? Duration.ofMillis(fault.delayMillis()) : Duration.ZERO;
    }

    void run(HttpServletResponse response, Words words, Work work) throws IOException {
        if (player.playsBefore(request, response, words::failure)) {
            return;
        }
        MockAnswer answer = instead(words).orElse(null);
        if (answer == null) {
            answer = work.done();
        }
        note("status", Integer.toString(answer.status()));
        player.answer(answer, response);
    }

    private Optional<MockAnswer> instead(Words words) {
        if (fault == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (fault.fault()) {
                    case FAULT -> words.fault(OK, fault.code());
                    case GATEWAY_JSON -> GatewayFault.json(fault.code());
                    case GATEWAY_XML -> GatewayFault.xml(fault.code());
                    case UNAUTHORIZED -> GatewayFault.json(GatewayFault.EXPIRED);
                    default -> null;
                });
    }
}
