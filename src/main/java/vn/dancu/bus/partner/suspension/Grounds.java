package vn.dancu.bus.partner.suspension;

import java.util.List;

/** The grounds that there are, in the order of their file. */
public record Grounds(List<SuspensionGround> suspension, List<TerminationGround> termination) {

    public Grounds {
        suspension = List.copyOf(suspension);
        termination = List.copyOf(termination);
    }

    /**
     * The grounds of a YAML file such as {@code connection/grounds.yaml}.
     *
     * @param file what the file is called in errors
     * @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule when it is malformed or contradicts itself
     */
    public static Grounds read(String file, String text) {
        return new GroundsReader().read(file, text);
    }
}
