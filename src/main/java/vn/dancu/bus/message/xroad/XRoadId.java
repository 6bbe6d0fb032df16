package vn.dancu.bus.message.xroad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who or what takes part in an exchange.
 *
 * <pre>{@code
 * XRoadId client = XRoadId.subsystem("VN", "GOV", "000.00.00.H41", "lgsp-nghean");
 * client.path();                                           // VN/GOV/000.00.00.H41/lgsp-nghean
 * XRoadId.ofClientPath("VN/COM/0100000000/ban%20giao");    // the subsystem "ban giao"
 * XRoadId.ofLine("VN:GOV:000.00.00.G22:vpcpdvcprovider");  // what adapters call dstcode
 * }</pre>
 *
 * @param instance the X-Road instance, such as VN
 * @param memberClass GOV or COM; null for a central service
 * @param memberCode the agency's code or the enterprise's tax number; null for a central service
 * @param subsystem null where the member itself is meant, and for a security server
 * @param code of the service or of the security server; null for a member or a subsystem
 * @param version of the service
 */
public record XRoadId(
        Kind kind,
        String instance,
        @Nullable String memberClass,
        @Nullable String memberCode,
        @Nullable String subsystem,
        @Nullable String code,
        @Nullable String version) {

    private static final int MAX_LENGTH = 255;
    private static final int MEMBER_CODES = 3;
    private static final int SERVICE_CODES = 5;

    /** What an identifier names; the wire writes the constant's name. */
    public enum Kind {
        MEMBER,
        SUBSYSTEM,
        SERVICE,
        CENTRALSERVICE,
        SERVER
    }

    public XRoadId {
        boolean central = kind == Kind.CENTRALSERVICE;
        boolean named = kind != Kind.MEMBER && kind != Kind.SUBSYSTEM;
        if ((memberClass == null) != central
                || (memberCode == null) != central
                || (code == null) == named
                || (subsystem == null && kind == Kind.SUBSYSTEM)
                || (subsystem != null && kind != Kind.SUBSYSTEM && kind != Kind.SERVICE)
                || (version != null && kind != Kind.SERVICE)) {
            throw new IllegalArgumentException("An identifier of a " + kind + " has the codes of one");
        }
        for (String part : Arrays.asList(instance, memberClass, memberCode, subsystem, code, version)) {
            if (part != null && !isCode(part)) {
                throw new IllegalArgumentException("A code has 1 to 255 characters, none of them a control character, "
                        + "and is neither . nor ..");
            }
        }
    }

    private static boolean isCode(String part) {
        return !part.isEmpty()
                && part.length() <= MAX_LENGTH
                && part.chars().noneMatch(Character::isISOControl)
                && !part.equals(".")
                && !part.equals("..");
    }

    /** Whether every code has only letters, digits and {@code '()+,-.=?}, as the message protocol wants them in SOAP. */
    public boolean isPlain() {
        return parts().stream().allMatch(XRoadId::isPlain) && (version == null || isPlain(version));
    }

    private static boolean isPlain(String part) {
        return part.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "'()+,-.=?".indexOf(c) >= 0);
    }

    public static XRoadId member(String instance, String memberClass, String memberCode) {
        return new XRoadId(Kind.MEMBER, instance, memberClass, memberCode, null, null, null);
    }

    public static XRoadId subsystem(String instance, String memberClass, String memberCode, String subsystem) {
        return new XRoadId(Kind.SUBSYSTEM, instance, memberClass, memberCode, subsystem, null, null);
    }

    /** A service of a member or of a subsystem. */
    public static XRoadId service(XRoadId provider, String code, @Nullable String version) {
        return new XRoadId(
                Kind.SERVICE,
                provider.instance,
                provider.memberClass,
                provider.memberCode,
                provider.subsystem,
                code,
                version);
    }

    /** A client as X-Road-Client has it: instance, class, member, and the subsystem if there is one. */
    public static XRoadId ofClientPath(String path) {
        return client(PercentEncoding.split(path));
    }

    /** The same in one line with colons. */
    public static XRoadId ofLine(String line) {
        return client(List.of(line.split(":", -1)));
    }

    /** A service as X-Road-Service has it: a client's path and the code of the service, without version. */
    public static XRoadId ofServicePath(String path) {
        List<String> parts = PercentEncoding.split(path);
        if (parts.size() > SERVICE_CODES) {
            throw wrong("instance, class, member, subsystem and service");
        }
        return service(client(parts.subList(0, parts.size() - 1)), parts.get(parts.size() - 1), null);
    }

    /** A security server as X-Road-Security-Server has it: instance, class, member and the server's code. */
    public static XRoadId ofServerPath(String path) {
        List<String> parts = PercentEncoding.split(path);
        if (parts.size() != MEMBER_CODES + 1) {
            throw wrong("instance, class, member and server");
        }
        return new XRoadId(Kind.SERVER, parts.get(0), parts.get(1), parts.get(2), null, parts.get(3), null);
    }

    private static XRoadId client(List<String> parts) {
        return switch (parts.size()) {
            case MEMBER_CODES -> member(parts.get(0), parts.get(1), parts.get(2));
            case MEMBER_CODES + 1 -> subsystem(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
            default -> throw wrong("instance, class, member and, if need be, subsystem");
        };
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The identifier has these parts: " + what);
    }

    /** The parts with slashes between, each in percent-encoding of its own (PR-REST §4.2); a version has no place there. */
    public String path() {
        return String.join("/", parts().stream().map(PercentEncoding::escape).toList());
    }

    /** The parts with colons between; a version has no place there. */
    public String line() {
        List<String> parts = parts();
        if (parts.stream().anyMatch(part -> part.indexOf(':') >= 0)) {
            throw new IllegalStateException("A code with a colon has no place in a line of colons");
        }
        return String.join(":", parts);
    }

    private List<String> parts() {
        List<@Nullable String> all = Arrays.asList(instance, memberClass, memberCode, subsystem, code);
        List<String> parts = new ArrayList<>(all.size());
        for (String part : all) {
            if (part != null) {
                parts.add(Objects.requireNonNull(part));
            }
        }
        return parts;
    }
}
