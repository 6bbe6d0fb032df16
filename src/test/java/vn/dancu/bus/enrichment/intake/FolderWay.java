package vn.dancu.bus.enrichment.intake;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Puts files into the folder of their partner, the manifest last, and reads the reports. */
final class FolderWay implements WayIn {

    private final Path root;

    FolderWay(Path root) {
        this.root = root;
    }

    @Override
    public Answer deliver(DeliveryCase delivery, byte[] manifest) throws IOException {
        return report(delivery, put(delivery, manifest));
    }

    /** Gives the name of the file. */
    String put(DeliveryCase delivery, byte[] manifest) throws IOException {
        Path folder = Files.createDirectories(root.resolve(delivery.partner()));
        String name = delivery + "-" + UUID.randomUUID() + ".csv";
        Files.write(folder.resolve(name), delivery.file());
        Path part = Files.write(root.resolve(name + ".part"), manifest);
        Files.move(part, folder.resolve(name + ".manifest.json"));
        return name;
    }

    Answer report(DeliveryCase delivery, String name) throws IOException {
        Path folder = root.resolve(delivery.partner());
        Path report = folder.resolve("reports").resolve(name + ".report.json");
        // It is written before the file is moved.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(folder.resolve("done").resolve(name))
                        || Files.exists(folder.resolve("refused").resolve(name)));
        Answer answer = answer(Files.readAllBytes(report));
        boolean isDone = Files.exists(folder.resolve("done").resolve(name));
        if (isDone != (answer.job() != null) || Files.exists(folder.resolve(name + ".manifest.json"))) {
            throw new IllegalStateException("The file lies in the wrong folder, or its manifest is left");
        }
        return answer;
    }

    static Answer answer(byte[] json) throws IOException {
        JsonNode answer = JsonMapper.builder().build().readTree(json);
        return answer.has("code")
                ? Answer.refused(answer.path("code").asText(), answer.path("field").asText(null))
                : Answer.taken(answer.path("congViec").asText(), answer.path("daCo").asBoolean());
    }
}
