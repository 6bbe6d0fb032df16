package vn.dancu.bus.dialect.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one pack, from inside the program or from a folder of the operator. */
public final class PackFolder {

    private static final String ROOT = "dialects";

    private final String name;
    private final String place;
    private final Opening files;

    /** Opens the file of that name, if there is one. */
    @FunctionalInterface
    private interface Opening {
        Optional<InputStream> open(String file) throws IOException;
    }

    private PackFolder(String name, String place, Opening files) {
        this.name = name;
        this.place = place;
        this.files = files;
    }

    /** The packs that come with the program, as {@code dialects/packs.txt} lists them. */
    public static List<PackFolder> builtIn() {
        try (InputStream list = PackFolder.class.getResourceAsStream("/" + ROOT + "/packs.txt")) {
            if (list == null) {
                throw new IllegalStateException("The program lacks its list of dialect packs");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.isBlank())
                    .map(PackFolder::ofProgram)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packs in a folder: every folder in it is one, but for those whose name starts with a dot. */
    public static List<PackFolder> under(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("dancu.dialect.folder must name a folder: " + folder);
        }
        try (Stream<Path> packs = Files.list(folder)) {
            return packs.filter(Files::isDirectory)
                    .filter(pack -> !pack.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(PackFolder::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("dancu.dialect.folder must name a readable folder: " + folder, e);
        }
    }

    static PackFolder of(Path folder) {
        return new PackFolder(folder.getFileName().toString(), folder.toString(), file -> {
            Path path = folder.resolve(file);
            return Files.isRegularFile(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
        });
    }

    private static PackFolder ofProgram(String name) {
        String place = ROOT + "/" + name;
        return new PackFolder(
                name,
                place,
                file -> Optional.ofNullable(PackFolder.class.getResourceAsStream("/" + place + "/" + file)));
    }

    String name() {
        return name;
    }

    /** The name of a file of this pack, as errors give it. */
    String path(String file) {
        return place + "/" + file;
    }

    /** At most so many bytes of a file; empty when there is no such file. */
    Optional<byte[]> read(String file, int limit) {
        try {
            Optional<InputStream> found = files.open(file);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream stream = found.get()) {
                return Optional.of(stream.readNBytes(limit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A dialect pack must have readable files: " + path(file), e);
        }
    }
}
