package vn.dancu.bus.desk.replay;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.LetterCursor;

/** The dead letters of all rooms; only an inspector sees a body in clear. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<DeadLetterResponse> list(
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "cause", required = false) @Nullable String cause,
            @RequestParam(name = "messageId", required = false) @Nullable String messageId,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        DeadLetterFilter filter = LetterSearch.filter(
                kind,
                partner,
                cause,
                messageId,
                LetterSearch.moment("from", from),
                LetterSearch.moment("until", until));
        List<DeadLetter> found = letters.search(filter, LetterSearch.cursor(after), paging.oneMore());
        Paging.Page<DeadLetter> page =
                paging.page(found, letter -> LetterCursor.of(letter).toString());
        return new Paging.Page<>(
                page.items().stream().map(DeadLetterResponse::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    LetterContentResponse look(@PathVariable("id") String id) {
        return LetterContentResponse.of(letters.look(id));
    }

    @PostMapping("/{id}/unmask")
    @Allowed(Role.INSPECTOR)
    LetterContentResponse unmask(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        return LetterContentResponse.of(letters.unmask(by, id, body.reason()));
    }
}
