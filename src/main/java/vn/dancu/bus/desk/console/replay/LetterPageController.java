package vn.dancu.bus.desk.console.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.replay.LetterSearch;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.LetterContent;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;

/** The list of dead letters and one of them, masked; only an inspector sees it in clear. */
@Controller
class LetterPageController {

    private static final int PAGE = 30;
    private static final String LIST = "/desk/dead-letters";

    private final DeadLetters letters;
    private final Partners partners;

    LetterPageController(DeadLetters letters, Partners partners) {
        this.letters = letters;
        this.partners = partners;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(
            @ModelAttribute("form") ScopeForm form,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        DeadLetterFilter filter = LetterSearch.filter(
                ScopeForm.given(form.kind()),
                ScopeForm.given(form.partner()),
                ScopeForm.given(form.cause()),
                null,
                Moments.instant("from", form.from()),
                Moments.instant("until", form.until()));
        List<DeadLetter> found = letters.search(filter, LetterSearch.cursor(after), PAGE + 1);
        Paging.Page<DeadLetter> page = new Paging(null, PAGE)
                .page(found, letter -> LetterCursor.of(letter).toString());
        model.addAttribute("letters", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", address(form));
        model.addAttribute("filtered", !filter.equals(DeadLetterFilter.ALL));
        model.addAttribute("kinds", LetterKind.values());
        model.addAttribute("partners", partners.all());
        model.addAttribute("mayReplay", actor.has(Role.OPERATOR));
        return "desk/replay/letters";
    }

    @GetMapping(LIST + "/{letter}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String look(@PathVariable("letter") String id, Actor actor, Model model) {
        return shown(letters.look(id), false, actor, model);
    }

    @PostMapping(LIST + "/{letter}/unmask")
    @Allowed(Role.INSPECTOR)
    String unmask(@PathVariable("letter") String id, @RequestParam("reason") String reason, Actor by, Model model) {
        return shown(letters.unmask(by, id, reason), true, by, model);
    }

    private static String shown(LetterContent content, boolean clear, Actor actor, Model model) {
        model.addAttribute("letter", content.letter());
        model.addAttribute("contentType", content.contentType());
        model.addAttribute("text", content.text());
        model.addAttribute("clear", clear);
        model.addAttribute("mayUnmask", !clear && actor.has(Role.INSPECTOR));
        model.addAttribute("mayReplay", actor.has(Role.OPERATOR));
        return "desk/replay/letter";
    }

    private static String address(ScopeForm form) {
        StringBuilder address = new StringBuilder(LIST + "?");
        add(address, "kind", form.kind());
        add(address, "partner", form.partner());
        add(address, "cause", form.cause());
        add(address, "from", form.from());
        add(address, "until", form.until());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        String given = Objects.requireNonNullElse(value, "");
        if (!given.isBlank()) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(given, StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
