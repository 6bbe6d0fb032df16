package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DoorsTest
class PopulationDoorIT {
    @LocalServerPort
    int port;

    @Test
    void smokes() throws Exception {
        var c = HttpClient.newHttpClient();
        var f = HttpRequest.BodyPublishers.ofString(
                "grant_type=client_credentials&client_id=h41-lgsp&client_secret=sandbox-h41");
        var r = c.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(f)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        System.err.println(r.statusCode() + r.body() + r.headers().map());
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/rest-as/cp"),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        System.err.println("PORT " + port);
        Thread.sleep(Long.getLong("hold", 1L));
        assertThat(r.statusCode()).isEqualTo(200);
    }
}
