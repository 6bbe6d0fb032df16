package vn.dancu.bus.kernel;

/**
 * The key from which every {@link SecretBox} is derived.
 *
 * @param bytes at least 32 bytes
 */
public record MasterKey(byte[] bytes) {

    private static final int MIN_BYTES = 32;

    public MasterKey {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("The master key takes at least 32 bytes");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[masked]";
    }
}
