package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.national.register.NationalRegister;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;

/**
 * {@code /control/…}: what the mock was asked ({@code journal}), how long its tokens are good ({@code token}), what its catalogues have
 * ({@code catalogue}), whom it alone knows ({@code people}).
 */
final class ControlServlet extends HttpServlet {

    static final String PATH = "/control/*";

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MAX_SECONDS = 86_400;

    private final transient NationalJournal journal;
    private final transient NationalTokens tokens;
    private final transient NationalCatalogues catalogues;
    private final transient NationalRegister register;

    ControlServlet(
            NationalJournal journal, NationalTokens tokens, NationalCatalogues catalogues, NationalRegister register) {
        this.journal = journal;
        this.tokens = tokens;
        this.catalogues = catalogues;
        this.register = register;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (part(request)) {
            case "journal" -> write(response, journal.shown());
            case "people" -> write(response, people());
            case "token" ->
                write(
                        response,
                        JSON.writeValueAsBytes(JSON.createObjectNode()
                                .put("expiresIn", tokens.life().toSeconds())));
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode given = JSON.readTree(request.getInputStream());
        boolean done =
                switch (part(request)) {
                    case "token" -> hasLife(given.path("expiresIn").asLong());
                    case "catalogue" ->
                        catalogues.put(
                                given.path("list").asText(),
                                given.path("code").asText(),
                                given.path("name").asText());
                    default -> false;
                };
        response.setStatus(done ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_BAD_REQUEST);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        boolean done = true;
        switch (part(request)) {
            case "journal" -> journal.clear();
            case "token" -> tokens.forget();
            case "catalogue" -> done = dropped(request.getParameter("list"), request.getParameter("code"));
            default -> done = false;
        }
        response.setStatus(done ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_BAD_REQUEST);
    }

    private boolean dropped(@Nullable String list, @Nullable String code) {
        if (list == null) {
            catalogues.reset();
            return true;
        }
        return catalogues.drop(list, String.valueOf(code));
    }

    private boolean hasLife(long seconds) {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            return false;
        }
        tokens.setLife(Duration.ofSeconds(seconds));
        return true;
    }

    private byte[] people() throws IOException {
        ArrayNode people = JSON.createArrayNode();
        register.others().forEach(other -> {
            Identity identity = other.identity();
            LocalDate day = identity.birthDate().day();
            people.addObject()
                    .put("soDinhDanh", identity.soDinhDanh())
                    .put("hoVaTen", identity.name().full())
                    .put(
                            "ngaySinh",
                            day == null ? Integer.toString(identity.birthDate().year()) : day.toString());
        });
        return JSON.writeValueAsBytes(people);
    }

    private static String part(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo()).substring(1);
    }

    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType(NationalWire.JSON_TYPE);
        response.getOutputStream().write(body);
    }
}
