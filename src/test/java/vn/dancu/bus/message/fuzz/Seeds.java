package vn.dancu.bus.message.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The inputs from which others are made: the examples of the schemas, and those that were findings once. */
final class Seeds {

    private static final Path FOUND = Path.of("src/test/resources/fuzz/seeds");
    private static final int MOST = 4_000;
    private static final List<String> PATHS =
            List.of("CongDan[0]/HoVaTen/Ten", "a/{http://www.w3.org/2000/09/xmldsig#}Signature", "a/@b", "a/@{urn:x}b");

    private final List<Seed> seeds = new ArrayList<>();

    /** One input; it counts for a family if it lies in that folder. */
    record Seed(String family, String wire, byte[] input) {}

    static Seeds load() {
        Seeds seeds = new Seeds();
        seeds.addAll(Path.of("schemas"));
        seeds.addAll(FOUND);
        PATHS.forEach(path -> seeds.seeds.add(new Seed("", ".path", path.getBytes(StandardCharsets.UTF_8))));
        return seeds;
    }

    private void addAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString();
                boolean example = folder.equals(FOUND) || name.contains("examples");
                String wire = name.contains(".xml") ? ".xml" : name.contains(".json") ? ".json" : ".path";
                if (example && !name.endsWith(".txt") && !name.endsWith(".md")) {
                    seeds.add(new Seed(folder.relativize(file).getName(0).toString(), wire, Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a door's family. */
    List<Seed> of(Door door) {
        return seeds.stream()
                .filter(seed -> seed.wire().equals(door.wire()) && seed.family().equals(door.family()))
                .toList();
    }

    /** One for a door, mostly of its family. */
    byte[] any(Door door, Random random) {
        byte[] input = new byte[0];
        for (int i = 0; i < 64; i++) {
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            if (seed.wire().equals(door.wire())) {
                input = seed.input();
                if (seed.family().equals(door.family())) {
                    return input;
                }
            }
        }
        return input;
    }

    /** Takes an input that went a way of its own for one to start from. */
    void add(Door door, byte[] input) {
        if (seeds.size() < MOST) {
            seeds.add(new Seed(door.family(), door.wire(), input));
        }
    }

    int size() {
        return seeds.size();
    }
}
