package vn.dancu.bus.sandbox.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * What the mock has besides the addresses of the issuers: their sign-in pages, {@code /faults} (GET shows what is still to be played, PUT
 * sets it, DELETE ends it) and {@code /keys/rotate} (POST).
 */
final class MockSignInPages extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FAULTS = "/faults";
    private static final String ROTATE = "/keys/rotate";
    /** The published address of the electronic identity; the realm is behind it. */
    private static final String EID_DOOR = "/auth";

    private static final String EID_AUTHORIZATION = "/realms/citizen/protocol/openid-connect/auth";
    private static final String STYLE = "/sign-in.css";

    private final transient ITemplateEngine templates;
    private final transient MockAccounts accounts;
    private final transient MockSigningKeys keys;
    private final transient TokenFaultPlan faults;

    MockSignInPages(ITemplateEngine templates, MockAccounts accounts, MockSigningKeys keys, TokenFaultPlan faults) {
        this.templates = templates;
        this.accounts = accounts;
        this.keys = keys;
        this.faults = faults;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.equals(FAULTS)) {
            write(response, "application/json", faults.shown());
        } else if (path.equals(EID_DOOR)) {
            response.sendRedirect(EID_AUTHORIZATION + "?" + Objects.requireNonNullElse(request.getQueryString(), ""));
        } else if (path.equals(STYLE)) {
            write(response, "text/css", new ClassPathResource("templates/sandbox/citizen.css").getContentAsByteArray());
        } else {
            for (MockIssuer issuer : MockIssuer.values()) {
                if (path.equals(issuer.page())) {
                    page(issuer, request, response);
                    return;
                }
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(FAULTS)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            faults.replace(request.getInputStream());
        } catch (IOException | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        write(response, "application/json", faults.shown());
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(FAULTS)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        faults.clear();
        write(response, "application/json", faults.shown());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals(ROTATE)) {
            keys.rotate();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void page(MockIssuer issuer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean english = "en".equals(request.getParameter("lang"));
        CsrfToken csrf = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        Map<String, Object> values = new HashMap<>();
        values.put("vi", !english);
        values.put("eid", issuer == MockIssuer.EID);
        values.put("page", issuer.page());
        values.put("csrf", csrf.getToken());
        values.put("unknown", request.getParameter("unknown") != null);
        values.put("groups", List.of(accounts.plain(), accounts.parents(), accounts.representatives()));
        response.setHeader("Cache-Control", "no-store");
        String html = templates.process(
                "sandbox/sign-in", new Context(Locale.forLanguageTag(english ? "en" : "vi-VN"), values));
        write(response, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
