package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.pdf.PdfSignatureCheck;

/** The wire of extracts: what a portal sends and gets. */
@AtTheDoors
class ExtractDoorIT {

    private final ScriptedInquiries inquiries;
    private final DoorsClient doors;
    private final int port;
    private volatile @Nullable CitizenQuery asked;

    ExtractDoorIT(@Autowired ScriptedInquiries inquiries, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.doors = new DoorsClient(port);
        this.port = port;
    }

    @BeforeEach
    void answerInFull() {
        inquiries.forget();
        inquiries.answer(query -> {
            asked = query;
            return FullAnswers.full(query);
        });
    }

    @Test
    void givesASignedFileWithANumberOfItsOwn() throws Exception {
        HttpResponse<byte[]> first = post("extract?fields=HoVaTen", null);
        CitizenQuery query = Objects.requireNonNull(asked);
        post("extract", null);
        CitizenQuery next = Objects.requireNonNull(asked);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(first.headers().firstValue("DanCu-Event-Id")).isPresent();
        assertThat(first.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename=\"thong-bao-" + query.requestId().toLowerCase() + ".pdf\"");
        assertThat(PdfSignatureCheck.faults(first.body())).isEmpty();
        assertThat(query.number()).isEqualTo(ScriptedCitizens.CITIZEN);
        assertThat(query.asked()).containsExactly(CitizenFields.HO_VA_TEN.path());
        assertThat(number(next)).isGreaterThan(number(query));
        assertThat(inquiries.callers().get(0).origin().traits().representedParty())
                .isNull();
    }

    @Test
    void namesInTheRecordWhoAskedForAChild() throws Exception {
        for (String what : new String[] {"extract", "record", "household"}) {
            inquiries.forget();
            HttpResponse<byte[]> answer = post("related-persons/" + what, "{\"soDinhDanh\":\"999000000002\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Objects.requireNonNull(asked).number()).isEqualTo(ScriptedCitizens.CHILD);
            assertThat(inquiries.callers().get(0).origin().traits().representedParty())
                    .matches("parent/[0-9a-f]{64}");
        }
    }

    @Test
    void refusesAsAProblem() throws Exception {
        HttpResponse<byte[]> unrelated = post("related-persons/extract", "{\"soDinhDanh\":\"999000000003\"}");
        inquiries.answer(query -> Refusal.of(ErrorCode.SIGNING_UNAVAILABLE));
        HttpResponse<byte[]> unsigned = post("extract", null);

        assertThat(unrelated.statusCode()).isEqualTo(403);
        assertThat(unsigned.statusCode()).isEqualTo(503);
        assertThat(unsigned.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(new String(unsigned.body(), StandardCharsets.UTF_8)).contains("signing_unavailable");
    }

    private static long number(CitizenQuery query) {
        assertThat(query.requestId()).matches("TB-\\d{4}-\\d+");
        return Long.parseLong(query.requestId().substring("TB-2026-".length()));
    }

    private HttpResponse<byte[]> post(String what, @Nullable String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/me/" + what))
                .header("Authorization", "Bearer " + doors.token())
                .header("DanCu-Citizen-Token", ScriptedCitizens.TOKEN)
                .header("DanCu-Citizen-Nonce", ScriptedCitizens.NONCE);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return HttpClient.newHttpClient()
                .send(
                        request.POST(
                                        body == null
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
