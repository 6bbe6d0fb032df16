package vn.dancu.bus.desk.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.PageAudit;

/** Each size, language and scheme of colours, each pair of them once. */
enum PageLook {
    OFFICE(1366, 768, "vi", "light"),
    OFFICE_ENGLISH(1366, 768, "en", "dark"),
    PHONE(390, 844, "vi", "dark"),
    PHONE_ENGLISH(390, 844, "en", "light");

    /** An address that leads nowhere. */
    static final String UNKNOWN = "/desk/no-such-page";

    private static final Path SHOTS = Path.of("target/console");
    private static final boolean TAKES_ALL = "long".equals(System.getProperty("test.drills"));

    private final int width;
    private final int height;
    private final String language;
    private final String scheme;

    PageLook(int width, int height, String language, String scheme) {
        this.width = width;
        this.height = height;
        this.language = language;
        this.scheme = scheme;
    }

    /** Whose turn it is at that page. */
    static PageLook of(String address) {
        return values()[Math.floorMod(address.hashCode(), values().length)];
    }

    /** A page in the name of a file. */
    static String name(String address) {
        String path =
                address.substring("/desk".length()).replaceAll("[/?&=.]", "-").replaceFirst("^-", "");
        return path.isEmpty() ? "overview" : path;
    }

    /** Puts the window, which shows a page of the console, into this look. */
    void dress(BrowserPage page) {
        page.size(width, height);
        page.prefers(scheme);
        if (!page.eval("document.documentElement.lang").asText().equals(language)) {
            page.clickToNextPage("button[name=to][value=" + language + "]");
        }
    }

    /** Says what is wrong with what the window shows, and takes a picture of it then; with {@code -Plong} of every page. */
    List<String> findings(BrowserPage page, String name) {
        String label = name + "-" + name().toLowerCase(Locale.ROOT);
        List<String> findings = new ArrayList<>(page.complaints());
        findings.removeIf(complaint -> complaint.contains(UNKNOWN) && complaint.contains("a status of 404"));
        findings.addAll(PageAudit.violations(page));
        if (PageAudit.isTooWide(page)) {
            findings.add("is wider than the screen");
        }
        if (page.body().contains("??")) {
            findings.add("has a text that is missing in its language");
        }
        PageLook other = values()[(ordinal() + 2) % values().length];
        page.size(other.width, other.height);
        if (PageAudit.isTooWide(page)) {
            findings.add("is wider than the screen at " + other.width);
        }
        page.size(width, height);
        if (TAKES_ALL || !findings.isEmpty()) {
            page.screenshot(SHOTS.resolve(label + ".png"));
        }
        findings.replaceAll(finding -> label + ": " + finding);
        return findings;
    }
}
