package vn.dancu.bus.policy;

/**
 * One thing that is wrong in a policy file or in a partner's rights of a draft.
 *
 * @param source the file, or {@code draft 7/h41-lgsp}
 * @param line from 1; in what was sent
 * @param path where, such as {@code grants[0].fields[2]}; empty for the whole
 * @param rule what it must be, in English, without the value found
 */
public record PolicyFlaw(String source, int line, String path, String rule) {

    @Override
    public String toString() {
        return source + ":" + line + ": " + (path.isEmpty() ? "the file" : path) + " " + rule;
    }
}
