package vn.dancu.bus.desk.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Seals, the keys that check them, and the files that prove records. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class SealController {

    private final Evidence evidence;
    private final EvidenceFiles files;

    SealController(Evidence evidence, EvidenceFiles files) {
        this.evidence = evidence;
        this.files = files;
    }

    /** The public part of a key: Base64 of its SubjectPublicKeyInfo. */
    record SealKeyResponse(
            int number, String algorithm, String publicKey, String fingerprint, String madeAt, String madeBy) {

        static SealKeyResponse of(Evidence.KeySummary key) {
            return new SealKeyResponse(
                    key.number(),
                    "Ed25519",
                    Base64.getEncoder().encodeToString(key.publicKey()),
                    key.fingerprint(),
                    key.madeAt().toString(),
                    key.madeBy());
        }
    }

    @GetMapping("/seals")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    Paging.Page<Evidence.SealSummary> seals(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<Evidence.SealSummary> found = evidence.seals(PathValues.numberAfter(after, 0), paging.oneMore());
        return paging.page(found, seal -> Long.toString(seal.number()));
    }

    @GetMapping("/seal-keys")
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    Paging.Page<SealKeyResponse> keys() {
        return new Paging.Page<>(
                evidence.keys().stream().map(SealKeyResponse::of).toList(), null);
    }

    @PostMapping("/seal-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    SealKeyResponse newKey(Actor by) {
        return SealKeyResponse.of(evidence.newKey(by));
    }

    @GetMapping("/events/{id}/proof")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void proof(Actor by, HttpServletResponse response, @PathVariable("id") String id) throws IOException {
        UUID event = PathValues.id(id);
        byte[] proof = evidence.proof(by, event);
        FileDownload.send(
                response,
                "dancu-proof-" + event + ".json",
                JsonAnswer.JSON.toString(),
                out -> out.write(proof),
                () -> evidence.brokeOff(by, "event/" + event));
    }

    @GetMapping("/evidence")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void evidence(
            Actor by,
            HttpServletResponse response,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to)
            throws IOException {
        long first = sealNumber("from", from);
        long last = sealNumber("to", to);
        files.export(by, response, first, last);
    }

    private static long sealNumber(String field, @Nullable String text) {
        if (text == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, field, "a number");
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, "a number from 1 on");
        }
        return Long.parseLong(text);
    }
}
