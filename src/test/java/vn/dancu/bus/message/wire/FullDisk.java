package vn.dancu.bus.message.wire;

import java.io.PrintStream;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageLimits;

/** A process of its own that may write no large file: prints the code with which a spool gives up. */
final class FullDisk {

    private static final PrintStream OUT = System.out;
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
