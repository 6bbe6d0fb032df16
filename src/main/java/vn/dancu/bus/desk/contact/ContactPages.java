package vn.dancu.bus.desk.contact;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes the pages; every value goes through the template's escaping. */
final class ContactPages {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final ITemplateEngine templates;
    private final byte[] style;

    ContactPages(ITemplateEngine templates, String style) {
        this.templates = templates;
        this.style = style.getBytes(StandardCharsets.UTF_8);
    }

    byte[] style() {
        return style.clone();
    }

    byte[] page(String name, Map<String, Object> values) {
        return templates
                .process("contacts/" + name, new Context(VIETNAMESE, values))
                .getBytes(StandardCharsets.UTF_8);
    }
}
