package vn.dancu.bus.gateway.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.ledger.LedgerEntry;

/**
 * Enters each question of an HTTP door into the ledger when it comes, before anything else sees it, and ends the entry when its
 * answer or refusal has left. A question that leaves neither stays open, and is missing.
 */
final class LedgerFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_REFUSAL_STATUS = 400;
    private static final Set<String> QUESTIONS = Set.of(
            "POST /api/v1/citizens/lookup",
            "POST /api/v1/citizens/verify",
            "POST /api/v1/households/lookup",
            "GET /api/v1/me/record",
            "GET /api/v1/me/household",
            "POST /api/v1/me/extract",
            "POST /api/v1/me/related-persons/record",
            "POST /api/v1/me/related-persons/household",
            "POST /api/v1/me/related-persons/extract",
            "POST /XrdAdapter/RestService/forward/mapi/g",
            "POST /VXPAdapter/RestService/forward/mapi/g");

    private final transient DoorLedger ledger;

    LedgerFilter(DoorLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!asks(request)) {
            chain.doFilter(request, response);
            return;
        }
        LedgerEntry entry = ledger.took(Door.of(request).code());
        request.setAttribute(EntryNotes.TAKEN_AT, entry.takenAt());
        boolean isThrown = true;
        try {
            chain.doFilter(request, response);
            isThrown = false;
        } finally {
            end(entry, request, response, isThrown);
        }
    }

    /** An asker that hangs up makes the writing fail: its answer had begun to leave. What fails before that becomes a refusal. */
    private static void end(
            LedgerEntry entry, HttpServletRequest request, HttpServletResponse response, boolean isThrown) {
        if (request.getAttribute(EntryNotes.NO_QUESTION) != null) {
            entry.withdraw();
            return;
        }
        PartnerId partner = request.getAttribute(EntryNotes.PARTNER) instanceof PartnerId proved ? proved : null;
        boolean hasLeft = response.isCommitted();
        boolean isRefusal =
                response.getStatus() >= FIRST_REFUSAL_STATUS || request.getAttribute(EntryNotes.REFUSED) != null;
        if (isRefusal || isThrown && !hasLeft) {
            entry.end(LedgerEntry.End.REFUSED, partner);
        } else if (hasLeft) {
            entry.end(LedgerEntry.End.ANSWERED, partner);
        }
    }

    private static boolean asks(HttpServletRequest request) {
        String path = Door.path(request);
        return switch (Door.of(request)) {
            case XROAD_REST -> "POST".equals(request.getMethod());
            default -> Door.takesMessage(request) || QUESTIONS.contains(request.getMethod() + " " + path);
        };
    }
}
