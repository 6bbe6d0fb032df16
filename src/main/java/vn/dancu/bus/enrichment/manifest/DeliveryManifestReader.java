package vn.dancu.bus.enrichment.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.TextEncoding;

/** Reads the manifest of a delivery: a JSON object, or a JWS (RFC 7515, compact) whose payload it is. Thread-safe. */
public final class DeliveryManifestReader {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_DOCUMENT = 100;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> KEYS =
            Set.of("source", "form", "encoding", "records", "bytes", "sha256", "document", "verifiedOn");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final EnrichmentSources sources;
    private final ManifestKeys keys;

    DeliveryManifestReader(EnrichmentSources sources, ManifestKeys keys) {
        this.sources = sources;
        this.keys = keys;
    }

    /**
     * What the manifest says.
     *
     * @throws FileFaultException {@code manifest_invalid} with the key that is wrong as its hint; {@code profile_unknown} for a source
     *     that there is not; {@code signature_invalid} when the authority of the source has a key and the signature is missing or not
     *     by it, or when there is a signature and the authority has no key
     */
    public Manifest read(byte[] received) {
        if (received.length > LONGEST) {
            throw invalid("");
        }
        String text = new String(received, StandardCharsets.UTF_8).strip();
        boolean isSigned = !text.startsWith("{");
        JsonNode tree = tree(isSigned ? ManifestKeys.payload(text) : text);
        SourceCode code = value(tree, "source", DeliveryManifestReader::text, SourceCode::new);
        EnrichmentSource source =
                sources.find(code).orElseThrow(() -> new FileFaultException(FileFault.PROFILE_UNKNOWN, 0, "source"));
        keys.require(source.authority(), isSigned ? text : null);
        return new Manifest(
                code,
                required(tree, "form", DeliveryManifestReader::text),
                encoding(tree.get("encoding")),
                new Manifest.FileMeasure(
                        positive(tree, "records"),
                        positive(tree, "bytes"),
                        required(tree, "sha256", matching(SHA256.asMatchPredicate()))),
                required(tree, "document", matching(number -> number.length() <= LONGEST_DOCUMENT)),
                value(tree, "verifiedOn", DeliveryManifestReader::text, LocalDate::parse),
                isSigned);
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isObject()) {
                throw invalid("");
            }
            for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
                if (!KEYS.contains(names.next())) {
                    throw invalid("");
                }
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw invalid("");
        }
    }

    private static @Nullable TextEncoding encoding(@Nullable JsonNode node) {
        return node == null ? null : TextEncoding.of(node.asText()).orElseThrow(() -> invalid("encoding"));
    }

    private static long positive(JsonNode tree, String key) {
        JsonNode node = tree.get(key);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw invalid(key);
        }
        return node.longValue();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    private static Function<JsonNode, @Nullable String> matching(Predicate<String> rule) {
        return node -> {
            String text = text(node);
            return text != null && rule.test(text) ? text : null;
        };
    }

    private static String required(JsonNode tree, String key, Function<JsonNode, @Nullable String> text) {
        return value(tree, key, text, Function.identity());
    }

    private static <T> T value(
            JsonNode tree, String key, Function<JsonNode, @Nullable String> text, Function<String, T> type) {
        JsonNode node = tree.get(key);
        String written = node == null ? null : text.apply(node);
        if (written == null) {
            throw invalid(key);
        }
        try {
            return type.apply(written);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(key);
        }
    }

    private static FileFaultException invalid(String key) {
        return new FileFaultException(FileFault.MANIFEST_INVALID, 0, key);
    }
}
