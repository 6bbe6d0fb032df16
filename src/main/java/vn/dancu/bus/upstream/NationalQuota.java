package vn.dancu.bus.upstream;

import vn.dancu.bus.kernel.PartnerId;

/** What the other side lets us ask, as far as it is split among our partners. Thread-safe. */
@FunctionalInterface
public interface NationalQuota {

    /**
     * Takes one permit for a question of the partner that is about to go out.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code quota_exceeded} when there is none, {@code policy_unavailable} when nobody can say
     */
    Permit take(PartnerId partner);

    /** One that was taken. */
    @FunctionalInterface
    interface Permit {

        /** What nobody counts. */
        Permit UNCOUNTED = () -> {};

        /** Nothing of the question has left, so the other side has not counted it. Once. */
        void giveBack();
    }
}
