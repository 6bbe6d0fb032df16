package vn.dancu.bus.message.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageLimits;

/** A process of its own that may write no large file: prints the code with which a spool gives up. */
final class FullDisk {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final int BYTES = 8 << 20;

    public static void main(String[] arguments) {
        ContentSpool spool = new ContentSpool(MessageLimits.LARGE);
        try {
            spool.write(new byte[BYTES], 0, BYTES);
            spool.done();
        } catch (BusException e) {
            spool.drop();
            OUT.println(e.refusal().code().code());
        }
    }

    private FullDisk() {}
}
