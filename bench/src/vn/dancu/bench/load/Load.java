package vn.dancu.bench.load;

import java.time.Duration;

/** Questions to one service, each answer checked. */
public interface Load {

    int GENTLE = 2;
    Duration SLICE = Duration.ofSeconds(5);
    int MAX_SLICES = 12;
    double STILL_RISING = 1.03;

    /** The most questions in flight. */
    int width();

    /**
     * Loads the target for that long before anything counts, and then on until its rate is flat. The first half with few
     * questions in flight: under full load the compiler of the target's JVM hardly gets a turn.
     */
    default void warmUp(Duration duration) {
        run(duration.dividedBy(2), Math.min(GENTLE, width()));
        run(duration.dividedBy(2), width());
        double before = 0;
        double rate = run(SLICE, width()).perSecond();
        for (int slices = 1; slices < MAX_SLICES && rate > before * STILL_RISING; slices++) {
            before = rate;
            rate = run(SLICE, width()).perSecond();
        }
    }

    /** Loads the target for that long with so many questions in flight, lets the last answers come in, and says what came. */
    Round run(Duration duration, int width);

    /** How many questions it has asked since it was made. */
    long asked();
}
