package vn.dancu.bus.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the hub of the story brings along: its papers, its lane, its account at the broker. */
final class StoryHub {

    /** Settings of a bus with a lane for that hub beside the shipped ones. */
    static String[] settings(Path folder, String partner, String secret) throws IOException {
        Path routes = folder.resolve("routes");
        try (Stream<Path> shipped = Files.walk(Path.of("routes"))) {
            for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                Path copy = routes.resolve(Path.of("routes").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path lane = routes.resolve("partners").resolve(partner).resolve("hub-" + partner + ".camel.yaml");
        String shipped = Files.readString(Path.of("routes/partners/h41-lgsp/hub-h41-lgsp.camel.yaml"));
        Files.createDirectories(lane.getParent());
        Files.writeString(lane, shipped.replace("h41-lgsp", partner));
        return new String[] {
            "--dancu.routes.dir=" + routes.toAbsolutePath(),
            "--dancu.sandbox.artemis.users[0].name=dancu-bus",
            "--dancu.sandbox.artemis.users[0].secret=sandbox-bus",
            "--dancu.sandbox.artemis.users[0].bus=true",
            "--dancu.sandbox.artemis.users[1].name=" + partner,
            "--dancu.sandbox.artemis.users[1].secret=" + secret,
            "--dancu.sandbox.artemis.users[2].name=h41-lgsp",
            "--dancu.sandbox.artemis.users[2].secret=sandbox-h41",
            "--dancu.sandbox.artemis.users[3].name=g22-portal",
            "--dancu.sandbox.artemis.users[3].secret=sandbox-g22"
        };
    }

    static Map<String, Object> application(String partner) {
        return Map.of(
                "partner", partner,
                "authority", "000.00.00.H41",
                "name", "Cổng một cửa thử nghiệm",
                "dialect", "official");
    }

    /** What that step asks for of a system that connects directly. */
    static Map<String, Object> documents(JsonNode step) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (JsonNode document : step.path("documents")) {
            if (!document.path("throughPlatform").asBoolean()) {
                documents.add(Map.of(
                        "document",
                        document.path("id").asText(),
                        "reference",
                        "27/UBND-NC",
                        "issuedOn",
                        "2026-11-02",
                        "sha256",
                        "ab".repeat(32)));
            }
        }
        return Map.of("documents", documents);
    }

    private StoryHub() {}
}
