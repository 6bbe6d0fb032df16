package vn.dancu.bus.message.large;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** How long each step took, and the most heap that there was. */
final class Figures {

    private static final double MEGABYTE = 1 << 20;

    private final StringBuilder lines = new StringBuilder();
    private long last = System.nanoTime();

    /** What comes next; what was done until now is not counted. */
    void note(String what) {
        lines.append(what).append(System.lineSeparator());
        last = System.nanoTime();
    }

    void took(String step) {
        long now = System.nanoTime();
        lines.append(String.format(Locale.ROOT, "  %-28s %6.2f s%n", step, (now - last) / 1e9));
        last = now;
    }

    /** The sum of each pool's own peak, which is at least what was used at any one time. */
    void heap() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        lines.append(String.format(
                Locale.ROOT,
                "  %-28s %6.1f MB of %.1f MB%n",
                "peak heap",
                peak / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
