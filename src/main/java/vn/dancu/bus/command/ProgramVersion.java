package vn.dancu.bus.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this program, as the build wrote it. */
final class ProgramVersion {

    private static final String RESOURCE = "/META-INF/build-info.properties";

    private ProgramVersion() {}

    /** The version; a hyphen where the build wrote none. */
    static String read() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("build.version", "-");
        } catch (IOException e) {
            return "-";
        }
    }
}
