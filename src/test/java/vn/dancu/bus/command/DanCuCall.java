package vn.dancu.bus.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.Desk;

/**
 * The command {@code dancu} in this process, which is faster; {@link DanCuCommand} starts processes.
 *
 * @param environment its variables
 */
record DanCuCall(Map<String, String> environment) {

    /** Somebody at the desk of that port. */
    static DanCuCall of(int port, Desk.Sandbox person) {
        return new DanCuCall(Map.of(
                "DANCU_URL", "http://127.0.0.1:" + port,
                "DANCU_USER", person.account(),
                "DANCU_PASSWORD", person.password()));
    }

    /** With nothing to read: what a test's own JVM reads from never ends. */
    DanCuCommand.Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream usual = System.in;
        System.setIn(InputStream.nullInputStream());
        int exit;
        try {
            exit = DanCu.run(arguments, environment, new PrintWriter(out), new PrintWriter(err));
        } finally {
            System.setIn(usual);
        }
        DanCuCommand.Result result = new DanCuCommand.Result(exit, out.toString(), err.toString());
        DanCuCommand.transcribe(arguments, result);
        return result;
    }
}
