package vn.dancu.bus.desk.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.dancu.bus.desk.body.PublicResponses;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The documents of {@code docs/} as pages, at the path that they have in the project: their links to each other work. */
@RestController
class DocumentController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final Pattern PATH = Pattern.compile("/((?:[a-z]+/)?[A-Za-z0-9-]+\\.md)");

    private final ITemplateEngine templates;
    private final DocumentPages documents;

    DocumentController(ITemplateEngine templates, DocumentPages documents) {
        this.templates = templates;
        this.documents = documents;
    }

    @GetMapping("/docs/{*path}")
    ResponseEntity<byte[]> document(@PathVariable("path") String rooted) throws IOException {
        Matcher known = PATH.matcher(rooted);
        String path = known.matches() ? known.group(1) : "";
        ClassPathResource file = new ClassPathResource("docs/" + path);
        if (path.isEmpty() || !file.exists()) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        DocumentPages.Page page = documents.page(path, file.getContentAsString(StandardCharsets.UTF_8));
        String html = templates.process(
                "home/document",
                new Context(
                        Locale.ROOT,
                        Map.of(
                                "title", page.title(),
                                "html", page.html(),
                                "language", path.startsWith("vi/") ? "vi" : "en")));
        return PublicResponses.of(HTML, html.getBytes(StandardCharsets.UTF_8));
    }
}
