package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import vn.dancu.bus.BusApplication;

/** The walls between rooms: each uses only the faces of those that its {@code package-info} names. */
class ModularityTest {

    private final ApplicationModules rooms = ApplicationModules.of(BusApplication.class);

    @Test
    void holdsTheWalls() {
        rooms.verify();
    }

    @Test
    void drawsTheRooms() throws IOException {
        new Documenter(rooms).writeModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }

    @Test
    void describesEveryRoomInTheArchitectureDocument() throws IOException {
        String document = Files.readString(Path.of("docs/architecture.md"));

        assertThat(rooms.stream().map(room -> "| `" + room.getIdentifier() + "` |"))
                .as("rows of docs/architecture.md that are not there")
                .filteredOn(row -> !document.contains(row))
                .isEmpty();
    }
}
