package vn.dancu.bus.audit.evidence.verify;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param format {@code dancu-evidence/v1}, {@code dancu-proof/v1} or the form of a sheet; null when the file has another format
 * @param seals how many seals were checked
 * @param records how many records were found as they were sealed
 * @param removed how many records were missing by the rules of retention, as the file itself says
 * @param timeStamps how many time-stamps were checked and right
 * @param lastSeal hash of the last seal in the file; null when there is none
 * @param fingerprints keys that signed, as {@code number fingerprint}
 * @param trusted whether keys were compared with known ones
 * @param findings what is wrong, at most {@value #MAX_FINDINGS} of it
 * @param more how many findings there were beyond those
 */
public record VerificationReport(
        @Nullable String format,
        long seals,
        long records,
        long removed,
        long timeStamps,
        @Nullable String lastSeal,
        List<String> fingerprints,
        boolean trusted,
        List<EvidenceFinding> findings,
        long more) {

    /** Most findings that a report lists. */
    public static final int MAX_FINDINGS = 1000;

    public VerificationReport {
        fingerprints = List.copyOf(fingerprints);
        findings = List.copyOf(findings);
    }

    /** Whether all that was checked is as it was sealed. */
    public boolean isIntact() {
        return findings.isEmpty();
    }

    /** For a command: 0 when all is right, 1 when something was found, 2 when the file could not be read. */
    public int exitCode() {
        if (isIntact()) {
            return 0;
        }
        return findings.stream().anyMatch(finding -> finding.kind() == EvidenceFinding.Kind.UNREADABLE) ? 2 : 1;
    }

    /** For people, some lines in Vietnamese or, for any other language, in English. */
    public String text(Locale language) {
        return language.getLanguage().equals("vi") ? vietnamese(language) : english(language);
    }

    private String vietnamese(Locale language) {
        StringBuilder text = new StringBuilder(isIntact() ? "ĐÚNG" : "SAI").append('\n');
        text.append("Niêm phong: ").append(seals).append(", bản ghi đúng: ").append(records);
        text.append(", đã loại theo thời hạn lưu: ").append(removed);
        text.append(", dấu thời gian đúng: ").append(timeStamps).append('\n');
        text.append("Khóa: ").append(String.join(", ", fingerprints));
        text.append(trusted ? "\n" : " (lấy từ chính tệp này; hãy so với dấu vân tay đã công bố)\n");
        text.append("Niêm phong cuối: ")
                .append(lastSeal == null ? "–" : lastSeal)
                .append('\n');
        findings.forEach(finding -> text.append(finding.text(language)).append('\n'));
        return more == 0
                ? text.toString()
                : text.append("… và ").append(more).append(" điểm nữa\n").toString();
    }

    private String english(Locale language) {
        StringBuilder text = new StringBuilder(isIntact() ? "RIGHT" : "WRONG").append('\n');
        text.append("Seals: ").append(seals).append(", records as sealed: ").append(records);
        text.append(", removed by retention: ").append(removed);
        text.append(", time-stamps right: ").append(timeStamps).append('\n');
        text.append("Keys: ").append(String.join(", ", fingerprints));
        text.append(trusted ? "\n" : " (taken from this file; compare with the published fingerprint)\n");
        text.append("Last seal: ").append(lastSeal == null ? "–" : lastSeal).append('\n');
        findings.forEach(finding -> text.append(finding.text(language)).append('\n'));
        return more == 0
                ? text.toString()
                : text.append("… and ").append(more).append(" more\n").toString();
    }
}
