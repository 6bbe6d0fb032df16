package vn.dancu.bus.desk.replay;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.replay.MessageLife;
import vn.dancu.bus.replay.MessageLives;

/** The life of one message over all rooms. The method is POST: an asker may have made an id of a number. */
@RestController
@RequestMapping("/api/v1/admin/messages")
class MessageLifeController {

    private final MessageLives lives;

    MessageLifeController(MessageLives lives) {
        this.lives = lives;
    }

    @PostMapping("/life")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<MessageLife> life(Actor by, HttpServletRequest request) {
        MessageLifeRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, MessageLifeRequest.class);
        return new Paging.Page<>(lives.find(by, body.messageId()), null);
    }
}
