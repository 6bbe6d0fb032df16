package vn.dancu.bus.ledger.sheet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.audit.evidence.SignedSheet;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.KilledInstance;

/** The text of a sheet, one line an hour, door and partner and one a killed instance, and the file around it. */
final class SheetText {

    static final String FORMAT = "dancu-day-sheet/v1";

    private static final String COLUMNS = "hour door partner taken answered refused dead inWork interrupted missing"
            + " recordedAnswers recordedRefusals recovered";

    private static final String NOT_COMPARED = "-";

    static byte[] text(
            LocalDate day,
            Instant signedAt,
            Evidence.KeySummary key,
            List<Balance> lines,
            List<KilledInstance> killed) {
        StringBuilder text = new StringBuilder(FORMAT + "\nday: " + day + "\nsignedAt: " + signedAt + "\nkey: "
                + key.number() + " " + key.fingerprint() + "\n" + COLUMNS + "\n");
        lines.forEach(line -> text.append(text(line)).append('\n'));
        killed.forEach(one -> text.append("killed ")
                .append(one.id())
                .append(" started ")
                .append(one.startedAt())
                .append(" written ")
                .append(one.flushedAt())
                .append(" closed ")
                .append(one.closedAt())
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Balance line) {
        Balance.Recorded trail = line.recorded();
        return Stream.of(
                        line.hour(),
                        line.door(),
                        line.partner(),
                        line.taken(),
                        line.answered(),
                        line.refused(),
                        line.dead(),
                        line.inWork(),
                        line.interrupted(),
                        line.missing(),
                        trail == null ? NOT_COMPARED : trail.answers(),
                        trail == null ? NOT_COMPARED : trail.refusals(),
                        line.recovered())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    static byte[] file(byte[] text, EvidenceSigner.Signed signed) {
        return SignedSheet.file(FORMAT, text, signed);
    }

    private SheetText() {}
}
