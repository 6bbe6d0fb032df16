package vn.dancu.bus.desk.console.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.evidence.EvidenceFiles;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** Seals and their keys, and the files that prove records; taking one is a form, because it is recorded. */
@Controller
class EvidencePageController {

    private static final int PAGE = 30;
    private static final String HERE = "/desk/evidence";

    private final Evidence evidence;
    private final EvidenceFiles files;

    EvidencePageController(Evidence evidence, EvidenceFiles files) {
        this.evidence = evidence;
        this.files = files;
    }

    @GetMapping(HERE)
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    String list(@RequestParam(name = "after", required = false) @Nullable String after, Actor actor, Model model) {
        boolean seesSeals = actor.has(Role.INSPECTOR) || actor.has(Role.OPERATOR);
        model.addAttribute("seesSeals", seesSeals);
        if (seesSeals) {
            Paging.Page<Evidence.SealSummary> page = new Paging(null, PAGE)
                    .page(
                            evidence.newestSeals(PathValues.numberAfter(after, Long.MAX_VALUE), PAGE + 1),
                            seal -> Long.toString(seal.number()));
            model.addAttribute("seals", page.items());
            model.addAttribute("next", page.next());
        }
        model.addAttribute("keys", evidence.keys());
        model.addAttribute("mayMakeKey", actor.has(Role.OPERATOR));
        return "desk/evidence/evidence";
    }

    @PostMapping(HERE + "/keys")
    @Allowed(Role.OPERATOR)
    String newKey(Actor by, RedirectAttributes next) {
        evidence.newKey(by);
        return FormOutcome.done(next, "evidence.done-key", HERE);
    }

    @PostMapping(HERE + "/export")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void export(
            @RequestParam("from") String from, @RequestParam("to") String to, Actor by, HttpServletResponse response)
            throws IOException {
        long first = PathValues.number(from.strip());
        long last = PathValues.number(to.strip());
        files.export(by, response, first, last);
    }

    @PostMapping(HERE + "/proof")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void proof(@RequestParam("record") String record, Actor by, HttpServletResponse response) throws IOException {
        UUID event = PathValues.id(record.strip());
        byte[] proof = evidence.proof(by, event);
        FileDownload.send(
                response,
                "dancu-proof-" + event + ".json",
                JsonAnswer.JSON.toString(),
                out -> out.write(proof),
                () -> evidence.brokeOff(by, "event/" + event));
    }
}
