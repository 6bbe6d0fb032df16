package vn.dancu.bus.message.lossless;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The choices of one generated message; the same seed makes the same choices. */
final class Chance {

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    // The first choices of neighbouring seeds would be alike.
    static Chance of(long seed) {
        return new Chance(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From zero up to that number, which is included. */
    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
