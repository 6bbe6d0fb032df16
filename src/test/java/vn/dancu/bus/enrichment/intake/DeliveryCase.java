package vn.dancu.bus.enrichment.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.kernel.Sha256;

/**
 * A delivery as a source would make it, of the text files of a case: {@code input.txt}, what {@code case.properties} says to do with it
 * and with its manifest, and in {@code expected.txt} what becomes of it at every way in.
 */
final class DeliveryCase {

    private static final Path FOLDER = Path.of("src/test/resources/enrichment/deliveries");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Properties settings = new Properties();
    private final byte[] declared;

    private DeliveryCase(Path folder) {
        this.folder = folder;
        try {
            settings.load(new StringReader(Files.readString(folder.resolve("case.properties"))));
            byte[] whole = packed(text());
            this.declared = Arrays.copyOf(whole, whole.length - number("cut"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<DeliveryCase> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().map(DeliveryCase::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeliveryCase named(String name) {
        return new DeliveryCase(FOLDER.resolve(name));
    }

    private String setting(String key, String otherwise) {
        return settings.getProperty(key, otherwise);
    }

    private int number(String key) {
        return Integer.parseInt(setting(key, "0"));
    }

    String partner() {
        return setting("partner", "bhxh-viet-nam");
    }

    String secret() {
        return setting("secret", "sandbox-bhxh");
    }

    String expected() throws IOException {
        return Files.readString(folder.resolve("expected.txt")).strip();
    }

    /** What is sent. */
    byte[] file() {
        byte[] sent = Arrays.copyOf(declared, declared.length - number("drop") + number("add"));
        return sent;
    }

    /** @param document tells deliveries of the same case apart */
    byte[] manifest(String document) throws IOException {
        return switch (setting("manifest", "right")) {
            case "none" -> new byte[0];
            case "broken" -> "{\"source\": ".getBytes(StandardCharsets.UTF_8);
            case "signed-by-a-stranger" -> signed(JSON.writeValueAsString(said(document)));
            default -> JSON.writeValueAsBytes(said(document));
        };
    }

    private Map<String, Object> said(String document) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("source", setting("source", "the-bhyt"));
        said.put("form", setting("form", "csv"));
        if (!setting("encoding", "UTF-8").equals("none")) {
            said.put("encoding", setting("encoding", "UTF-8"));
        }
        said.put("records", Long.parseLong(setting("records", String.valueOf(2 + number("repeatLastLine")))));
        said.put("bytes", Long.parseLong(setting("bytes", String.valueOf(Math.max(1, declared.length)))));
        said.put("sha256", setting("sha256", "").equals("wrong") ? "0".repeat(64) : Sha256.hex(declared));
        said.put("document", document);
        said.put("verifiedOn", "2026-11-20");
        return said;
    }

    private static byte[] signed(String json) {
        try {
            JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(json));
            jws.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
            return jws.serialize().getBytes(StandardCharsets.US_ASCII);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] text() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("input.txt"));
        StringBuilder text = new StringBuilder();
        int kept =
                switch (setting("content", "whole")) {
                    case "none" -> 0;
                    case "header" -> 1;
                    default -> lines.size();
                };
        lines.stream().limit(kept).forEach(line -> text.append(line).append('\n'));
        text.append((lines.get(lines.size() - 1) + "\n").repeat(number("repeatLastLine")));
        String encoding = setting("written", "UTF-8");
        // Letters that the code page lacks become question marks: this is about the declaration.
        return text.toString().getBytes(TextEncoding.of(encoding).orElseThrow().charset());
    }

    private byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (setting("container", "none")) {
            case "gzip" -> {
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(plain);
                }
            }
            case "zip" -> {
                try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                    for (String name : setting("files", "danh-sach.csv").split(",")) {
                        zip.putNextEntry(new ZipEntry(name));
                        zip.write(plain);
                    }
                }
            }
            default -> bytes.write(plain);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
