package vn.dancu.bus.desk.console.shell;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Serves the files of the console to everybody. */
@RestController
class ConsoleFileController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ConsoleFiles files;

    ConsoleFileController(ConsoleFiles files) {
        this.files = files;
    }

    @GetMapping("/desk/files/{folder}/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable("folder") String folder,
            @PathVariable("name") String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        ConsoleFiles.ConsoleFile file =
                files.find(folder, name).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        boolean packed = encodings != null && encodings.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(file.type())
                .cacheControl(FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(packed ? file.packed() : file.content());
    }
}
