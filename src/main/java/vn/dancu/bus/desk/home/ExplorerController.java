package vn.dancu.bus.desk.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.body.PublicResponses;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Swagger UI over the two OpenAPI documents, from its WebJar. Of the WebJar only the three files that the page needs are served. */
@RestController
@RequestMapping("/explore")
class ExplorerController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final String OWN = "templates/home/";

    private final Map<String, Resource> files;

    ExplorerController() throws IOException {
        Properties jar = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
        String folder = "META-INF/resources/webjars/swagger-ui/" + jar.getProperty("version") + "/";
        this.files = Map.of(
                "explore.css", new ClassPathResource(OWN + "explore.css"),
                "explore.js", new ClassPathResource(OWN + "explore.js"),
                "swagger-ui.css", new ClassPathResource(folder + "swagger-ui.css"),
                "swagger-ui-bundle.js", new ClassPathResource(folder + "swagger-ui-bundle.js"),
                "swagger-ui-standalone-preset.js", new ClassPathResource(folder + "swagger-ui-standalone-preset.js"));
    }

    @GetMapping
    ResponseEntity<byte[]> page() throws IOException {
        return PublicResponses.of(HTML, new ClassPathResource(OWN + "explore.html").getContentAsByteArray());
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> file(@PathVariable("file") String name) throws IOException {
        Resource found = files.get(name);
        if (found == null) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return PublicResponses.of(name.endsWith(".css") ? CSS : SCRIPT, found.getContentAsByteArray());
    }
}
