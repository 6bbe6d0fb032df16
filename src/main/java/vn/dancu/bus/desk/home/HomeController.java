package vn.dancu.bus.desk.home;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.dancu.bus.http.HomeSection;

/** The first page, in Vietnamese and in English. */
@RestController
class HomeController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final ITemplateEngine templates;
    private final PartStates states;
    private final List<HomeSection> sections;

    HomeController(ITemplateEngine templates, PartStates states, List<HomeSection> sections) {
        this.templates = templates;
        this.states = states;
        this.sections = sections;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> vietnamese() {
        return page(true);
    }

    @GetMapping("/en")
    ResponseEntity<byte[]> english() {
        return page(false);
    }

    private ResponseEntity<byte[]> page(boolean inVietnamese) {
        List<Map<String, Object>> added = sections.stream()
                .map(section -> Map.of("template", section.template(), "values", section.values()))
                .toList();
        Map<String, Object> values = Map.of("vi", inVietnamese, "parts", states.now(), "sections", added);
        Locale language = Locale.forLanguageTag(inVietnamese ? "vi-VN" : "en");
        String page = templates.process("home/home", new Context(language, values));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
