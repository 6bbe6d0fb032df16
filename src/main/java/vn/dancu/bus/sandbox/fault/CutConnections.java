package vn.dancu.bus.sandbox.fault;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection of a call without a byte of an answer; a servlet cannot do that. */
public final class CutConnections extends ValveBase {

    private static final String ASKED = CutConnections.class.getName();

    public CutConnections() {
        super(true);
    }

    static void ask(HttpServletRequest request) {
        request.setAttribute(ASKED, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ASKED) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("A fault that was asked for"));
        }
    }
}
