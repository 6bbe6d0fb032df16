package vn.dancu.bus.message.fuzz;

import vn.dancu.bus.kernel.BusException;

/**
 * One way for bytes into the library.
 *
 * @param family whose examples it likes best
 * @param wire the ending of the files that it reads
 */
record Door(String name, String family, String wire, Entry entry) {

    /** How a document that was read is told; the same word for documents that are alike. */
    static final String READ = "read";

    /** Takes an input. */
    @FunctionalInterface
    interface Entry {
        void take(byte[] input) throws Exception;
    }

    /**
     * Takes an input and tells what became of it; the code and the rule of its refusal.
     *
     * @throws Throwable anything but a refusal, which is a finding
     */
    String open(byte[] input) throws Throwable {
        try {
            entry.take(input);
            return READ;
        } catch (BusException e) {
            return e.refusal().code().code() + " " + e.refusal().field() + " "
                    + e.refusal().rule();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
