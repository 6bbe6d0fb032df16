package vn.dancu.bus.kernel;

/**
 * The one key from which every {@link SecretBox} derives its own: at least 32 bytes, given by file or environment.
 *
 * @param bytes the key material
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
