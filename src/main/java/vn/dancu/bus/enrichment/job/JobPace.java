package vn.dancu.bus.enrichment.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.batch.QuestionsInFlight;

/** How long jobs stand back after a chunk: for whoever asks the bus meanwhile, and for the rate that was set. */
final class JobPace {

    private static final double NANOS = 1e9;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double WHOLE = 100;

    private final QuestionsInFlight questions;
    private final int rate;
    private final double busyShare;

    /**
     * @param rate records a second; 0 for no limit
     * @param busyShare part of the time in which work goes on while questions are answered, in percent
     */
    JobPace(QuestionsInFlight questions, int rate, int busyShare) {
        this.questions = questions;
        this.rate = rate;
        this.busyShare = busyShare / WHOLE;
    }

    /** Begins a chunk. */
    Chunk begin() {
        return new Chunk();
    }

    /** A chunk in work. */
    final class Chunk {

        private final long start = System.nanoTime();
        private final boolean wasBusy = questions.count() > 0;

        /** Whether nobody asked when it began. */
        boolean isQuiet() {
            return !wasBusy;
        }

        /**
         * Ends it.
         *
         * @param limit of the job; null for that of the settings
         * @return how long to stand back, zero where nobody asks and nothing is limited
         */
        Duration end(int records, @Nullable Integer limit) {
            double taken = (System.nanoTime() - start) / NANOS;
            double busy = ((wasBusy ? 1 : 0) + (questions.count() > 0 ? 1 : 0)) / 2.0;
            double pause = taken * busy * (1 / busyShare - 1);
            int perSecond = limit == null ? rate : limit;
            if (perSecond > 0) {
                pause = Math.max(pause, records / (double) perSecond - taken);
            }
            Duration wanted = Duration.ofNanos((long) (pause * NANOS));
            return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
        }
    }
}
