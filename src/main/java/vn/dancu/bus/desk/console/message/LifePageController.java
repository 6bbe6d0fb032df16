package vn.dancu.bus.desk.console.message;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.replay.MessageLife;
import vn.dancu.bus.replay.MessageLives;

/** The life line of one message over all rooms. A POST: an asker may have made an id of a person's number. */
@Controller
class LifePageController {

    private final MessageLives lives;

    LifePageController(MessageLives lives) {
        this.lives = lives;
    }

    /**
     * One step as the page shows it.
     *
     * @param words key of what its result means; the result itself is shown where there is no such word
     * @param event id of the record that can be looked at; null for anything else
     */
    record LifeLine(MessageLife step, String words, String tone, @Nullable String event) {

        static LifeLine of(MessageLife step) {
            String result = step.result();
            String subject = step.subject();
            String words =
                    switch (step.step()) {
                        case RECEIVED -> "door." + result;
                        case ANSWERED -> "result." + result;
                        case REFUSED, DEAD -> "error." + result;
                        case DELIVERY -> "delivery-state." + result;
                        case DOCUMENT -> "document-state." + result.toLowerCase(Locale.ROOT);
                        case REPLAYED -> "replay-state." + result;
                    };
            String tone =
                    switch (step.step()) {
                        case ANSWERED -> "good";
                        case REFUSED, DEAD -> "bad";
                        case RECEIVED, DELIVERY, DOCUMENT, REPLAYED -> "";
                    };
            return new LifeLine(
                    step, words, tone, subject.startsWith("event/") ? subject.substring("event/".length()) : null);
        }
    }

    @PostMapping("/desk/messages/life")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String life(@RequestParam("messageId") String messageId, Actor by, Model model) {
        List<LifeLine> lines =
                lives.find(by, messageId.strip()).stream().map(LifeLine::of).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("messageId", messageId.strip());
        model.addAttribute("here", "/desk/messages");
        return "desk/message/life";
    }
}
