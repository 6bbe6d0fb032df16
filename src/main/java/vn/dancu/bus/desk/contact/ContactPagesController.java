package vn.dancu.bus.desk.contact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.PublicResponses;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.contact.ContactEntry;

/** The register of contacts for people, without sign-in. */
@RestController
@RequestMapping("/contacts")
class ContactPagesController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String A_PAGE = "50";

    private final ContactReader register;
    private final Authorities authorities;
    private final ContactPages pages;

    ContactPagesController(ContactReader register, Authorities authorities, ContactPages pages) {
        this.register = register;
        this.authorities = authorities;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(name = "after", required = false) @Nullable String after) {
        Paging.Page<ContactResponse> page = register.page(after, A_PAGE);
        List<ContactPage> entries = page.items().stream().map(this::page).toList();
        String next = Objects.requireNonNullElse(page.next(), "");
        return PublicResponses.of(HTML, pages.page("list", Map.of("entries", entries, "next", next)));
    }

    @GetMapping("/contacts.css")
    ResponseEntity<byte[]> style() {
        return PublicResponses.of(CSS, pages.style());
    }

    @GetMapping("/{authority}")
    ResponseEntity<byte[]> look(@PathVariable("authority") String code) {
        return entry(code, null);
    }

    @GetMapping("/{authority}/versions/{version}")
    ResponseEntity<byte[]> version(@PathVariable("authority") String code, @PathVariable("version") String version) {
        return entry(code, version);
    }

    /** Browsers get an HTML page in place of a problem document. */
    private ResponseEntity<byte[]> entry(String code, @Nullable String version) {
        try {
            ContactEntry latest = register.entry(code);
            ContactEntry shown = version == null ? latest : register.version(code, version);
            List<ContactPage.Version> versions =
                    register.history(code, null, ContactResponse::publicly).items().stream()
                            .map(ContactPage.Version::of)
                            .toList();
            return PublicResponses.of(
                    HTML,
                    pages.page(
                            "entry",
                            Map.of(
                                    "entry",
                                    page(ContactResponse.publicly(shown)),
                                    "latest",
                                    shown.version() == latest.version(),
                                    "versions",
                                    versions)));
        } catch (BusException e) {
            if (e.refusal().code() != ErrorCode.RESOURCE_UNKNOWN) {
                throw e;
            }
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(HTML)
                    .header("Cache-Control", "no-store")
                    .body(pages.page("unknown", Map.of()));
        }
    }

    private ContactPage page(ContactResponse answer) {
        BilingualLabel kind = authorities.kinds().stream()
                .filter(it -> it.id().equals(answer.authority().kind()))
                .findFirst()
                .map(AuthorityKind::name)
                .orElseGet(() -> new BilingualLabel("Khác", "Other"));
        return ContactPage.of(answer, kind);
    }
}
