package vn.dancu.bus.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.contact.ContactOfficer;

class ContactPagesTest {

    private final ContactPages pages = new ContactPages(engine(), "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title></table><h1>",
                "[[${T(java.lang.Runtime).getRuntime()}]]",
                "__${7*7}__",
                "&amp;<b>"
            })
    void writesAHostileNameAsText(String name) {
        String entry = text(
                "entry",
                Map.of(
                        "entry",
                        page(name),
                        "latest",
                        true,
                        "versions",
                        List.of(new ContactPage.Version(1, "-", name, name))));
        String list = text("list", Map.of("entries", List.of(page(name)), "next", ""));

        for (String html : List.of(entry, list)) {
            assertThat(html).contains(escaped(name)).doesNotContain("<script", "<img", "onmouseover='", "<b>", "49");
            assertThat(html.split("<h1>", -1)).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void canBeReadWithoutEyesOrStyle() {
        String html = text("entry", Map.of("entry", page("Tỉnh Nghệ An"), "latest", false, "versions", List.of()));

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"vi\">", "<main id=\"noi-dung\">", "<header>", "<footer>", "<nav aria-label=")
                .contains("<title>Tỉnh Nghệ An – Danh bạ đầu mối</title>", "name=\"viewport\"")
                .contains("Đây là phiên bản cũ.")
                .doesNotContain("th:", "style=\"", "<script", "onclick");
        assertThat(html.split("<table", -1)).hasSize(html.split("<caption", -1).length);
        assertThat(html.split("<th ", -1).length).isEqualTo(html.split("scope=\"", -1).length);
        assertThat(html.indexOf("Cán bộ đầu mối <span lang=\"en\">")).isPositive();
    }

    private String text(String name, Map<String, Object> values) {
        return new String(pages.page(name, values), StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static ContactPage page(String name) {
        ContactResponse answer = new ContactResponse(
                new ContactResponse.Body("H41", "000.00.00.H41", "province", name),
                3,
                Instant.parse("2026-11-24T02:00:00Z"),
                null,
                null,
                List.of(new ContactOfficer(name, name, name, "0999 000 041", "dau-moi@h41.example")),
                List.of(new ContactResponse.ReadinessResponse(name, LocalDate.of(2026, 1, 15), List.of("online-call"))),
                List.of(new ContactResponse.ServiceResponse(
                        "H41-DM",
                        name,
                        name,
                        LocalDate.of(2026, 1, 15),
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 1, 16),
                        true)));
        return ContactPage.of(answer, new BilingualLabel(name, name));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
