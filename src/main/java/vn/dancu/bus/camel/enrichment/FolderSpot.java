package vn.dancu.bus.camel.enrichment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.intake.Deliverer;

/**
 * A folder with a folder for each partner: who may write to that is said at the server. The manifest lies beside the file; the answer
 * goes to {@code <partner>/reports}.
 */
final class FolderSpot implements DeliverySpot {

    private static final Pattern PLACE = Pattern.compile("([a-z0-9-]+)[/\\\\]([^/\\\\]+)");
    private static final String MANIFEST = ".manifest.json";
    private static final int LONGEST = 64 * 1024 + 1;
    private static final long PATIENCE_MS = 30_000;

    /** What says which files are given, and what becomes of them: nothing of it holds for the manifest. */
    private static final Pattern SELECTION = Pattern.compile(
            "(?i)(recursive|(min|max)depth|ant.*|include|exclude|filter.*|donefilename|move.*|premove|delete|idempotent.*|readlock.*|sort.*|delay|initialdelay|maxmessagesperpoll|bridgeerrorhandler|exceptionhandler)");

    @Override
    public Deliverer deliverer(Exchange exchange) {
        return DeliverySpot.of(place(exchange).group(1), Deliverer.Way.FOLDER);
    }

    private static Matcher place(Exchange exchange) {
        Matcher place = PLACE.matcher(exchange.getMessage().getHeader(Exchange.FILE_NAME, "", String.class));
        if (!place.matches()) {
            throw new IllegalStateException("enrichment:file takes files that lie in a folder <partner>");
        }
        return place;
    }

    @Override
    public byte[] manifest(Exchange exchange, Deliverer by) throws IOException {
        CamelContext camel = exchange.getContext();
        try (ConsumerTemplate files = camel.createConsumerTemplate(1)) {
            Exchange read = files.receive(neighbour(exchange), PATIENCE_MS);
            return read == null ? new byte[0] : bytes(files, read);
        }
    }

    private static byte[] bytes(ConsumerTemplate files, Exchange read) throws IOException {
        try (InputStream content = read.getMessage().getBody(InputStream.class)) {
            return content == null ? new byte[0] : content.readNBytes(LONGEST);
        } finally {
            files.doneUoW(read);
        }
    }

    /** The manifest by the address of the folder, with its options of connection. */
    private static String neighbour(Exchange exchange) {
        GenericFileEndpoint<?> folder = folder(exchange.getFromEndpoint());
        Matcher place = place(exchange);
        String address = folder.getEndpointUri();
        int query = address.indexOf('?');
        Map<String, Object> options = options(query < 0 ? "" : address.substring(query + 1));
        options.put("fileName", "RAW(" + place.group(2) + MANIFEST + ")");
        options.put("noop", "true");
        options.put("idempotent", "false");
        options.put("sendEmptyMessageWhenIdle", "false");
        String start = query < 0 ? address : address.substring(0, query);
        return start + "/" + place.group(1) + "?" + URISupport.createQueryString(options, false);
    }

    private static Map<String, Object> options(String query) {
        try {
            // Camel has escaped it, values in RAW() too, and reads those as they stand.
            String plain = URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8);
            Map<String, Object> options = URISupport.parseQuery(plain, true);
            options.keySet().removeIf(name -> SELECTION.matcher(name).matches());
            return options;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("An endpoint has an address", e);
        }
    }

    private static GenericFileEndpoint<?> folder(@Nullable Object from) {
        if (from instanceof GenericFileEndpoint<?> folder) {
            return folder;
        }
        throw new IllegalStateException("enrichment:file takes files of a folder");
    }

    @Override
    public void address(Exchange exchange, Deliverer by) {
        Matcher place = place(exchange);
        exchange.getMessage()
                .setHeader(
                        Exchange.OVERRULE_FILE_NAME, place.group(1) + "/reports/" + place.group(2) + ".report.json");
    }
}
