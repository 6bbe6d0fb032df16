package vn.dancu.bus.citizen.sms.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.citizen.ConversationSettings.Language;
import vn.dancu.bus.citizen.access.AccessSummary;

/**
 * Writes the answers. What does not fit into the parts that a text may have is cut by this rule: lines of a record and uses in a log are
 * left out from the last one on; where not even the first fits, its end is.
 */
public final class SmsAnswerWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final String CUT = "...";

    /** Of what has no rule by which it is cut. */
    private static final Map<String, String> LONGEST = Map.of(
            "code",
            "000000",
            "minutes",
            "60",
            "hours",
            "720",
            "count",
            AccessSummary.MOST + "+",
            "own",
            AccessSummary.MOST + "+");

    private final SmsGrammar grammar;
    private final Language language;
    private final ZoneId zone;

    /** @param zone of the days in answers */
    public SmsAnswerWriter(SmsGrammar grammar, Language language, ZoneId zone) {
        this.grammar = grammar;
        this.language = language;
        this.zone = zone;
    }

    /**
     * Refuses a grammar whose texts do not fit into a text message.
     *
     * @param room how many characters fit
     * @param places the setting that says so
     * @throws IllegalStateException which names the text, its length and the setting
     */
    public void requireFits(int room, String places) {
        for (SmsGrammar.Text text : SmsGrammar.Text.values()) {
            int length = fixed(text, LONGEST).length();
            if (length > room) {
                throw new IllegalStateException("Text " + text.key() + " of dancu.citizen.sms.grammar has " + length
                        + " characters, and " + room + " fit by " + places);
            }
        }
    }

    /** A text with those values. */
    public String fixed(SmsGrammar.Text text, Map<String, String> values) {
        return grammar.text(text, language, values);
    }

    public String fixed(SmsGrammar.Text text) {
        return fixed(text, Map.of());
    }

    /**
     * A record in lines.
     *
     * @param room how many characters fit
     */
    public String record(List<String> lines, int room) {
        String around = fixed(SmsGrammar.Text.RECORD, Map.of());
        return fixed(SmsGrammar.Text.RECORD, Map.of("record", fitting(lines, "\n", room - around.length())));
    }

    /**
     * The log of who looked, in short.
     *
     * @param room how many characters fit
     */
    public String accessLog(AccessSummary summary, int room) {
        String own = counted(summary.own());
        if (summary.inYear() == 0) {
            return fixed(SmsGrammar.Text.ACCESS_LOG_EMPTY, Map.of("own", own));
        }
        String count = counted(summary.inYear());
        int around = fixed(SmsGrammar.Text.ACCESS_LOG, Map.of("count", count, "own", own))
                .length();
        List<String> uses = summary.last().stream()
                .map(use -> DAY.format(use.at().atZone(zone)) + " " + use.by() + ": " + use.what())
                .toList();
        return fixed(
                SmsGrammar.Text.ACCESS_LOG,
                Map.of("count", count, "own", own, "uses", fitting(uses, "; ", room - around)));
    }

    private static String counted(int uses) {
        return uses + (uses == AccessSummary.MOST ? "+" : "");
    }

    private static String fitting(List<String> pieces, String between, int room) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String piece : pieces) {
            int longer = length + (kept.isEmpty() ? 0 : between.length()) + piece.length();
            if (longer > room) {
                break;
            }
            kept.add(piece);
            length = longer;
        }
        return kept.isEmpty() && !pieces.isEmpty() ? cut(pieces.get(0), room) : String.join(between, kept);
    }

    private static String cut(String text, int room) {
        int end = Math.max(0, room - CUT.length());
        return text.substring(0, end) + CUT;
    }
}
