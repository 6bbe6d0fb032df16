package vn.dancu.bus.partner.contact;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * What an authority is ready to share.
 *
 * @param subject the service, catalogue or database
 * @param since since when
 * @param modes in which ways, at least one
 */
public record Readiness(String subject, LocalDate since, List<Mode> modes) {

    /** The ways of sharing (NĐ 278/2025/NĐ-CP Điều 7; the words are those of NĐ 47/2020/NĐ-CP Điều 23). */
    public enum Mode {
        /** Called online, one at a time. */
        ONLINE_CALL("online-call"),
        /** The whole or a part is kept the same on both sides. */
        SYNCHRONISED("synchronised"),
        /** Handed over as a package. */
        PACKAGED("packaged");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Readiness {
        PublicTextRules.require("subject", subject, PublicTextRules.NAME);
        Set<Mode> once = EnumSet.noneOf(Mode.class);
        if (modes.isEmpty() || !modes.stream().allMatch(once::add)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "modes", "at least one, each once");
        }
        modes = List.copyOf(modes);
    }
}
