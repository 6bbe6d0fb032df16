package vn.dancu.bus.desk.console;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page says after a form was sent; the layout shows it once, at the top of the next page. */
public final class FormOutcome {

    static final String DONE = "done";

    /**
     * Says that it was done, and goes on to a page.
     *
     * @param text key of the sentence
     * @param path of the console, without personal data
     * @return the name of the view
     */
    public static String done(RedirectAttributes next, String text, String path) {
        next.addFlashAttribute(DONE, text);
        return "redirect:" + path;
    }

    private FormOutcome() {}
}
