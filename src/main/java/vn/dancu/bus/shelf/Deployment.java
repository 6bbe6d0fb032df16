package vn.dancu.bus.shelf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.lint.RouteFinding;

/**
 * One change, or refused change, of what runs.
 *
 * @param id given by the bus
 * @param name of the bundle
 * @param version that was to run
 * @param from the version that ran before; null when there was none
 * @param digest of the content that was to run
 * @param fromDigest of the content that ran before
 * @param cause why there is a deployment at all
 * @param by account
 * @param reason in words
 * @param state how far it is
 * @param findings what was wrong, in the bundle or in what it did
 * @param startedAt when it began
 * @param endedAt when its state became final; null while it is open
 * @param steps in order
 */
public record Deployment(
        UUID id,
        String name,
        ReleaseNumber version,
        @Nullable ReleaseNumber from,
        String digest,
        @Nullable String fromDigest,
        Cause cause,
        String by,
        String reason,
        State state,
        List<RouteFinding> findings,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<DeploymentStep> steps) {

    /** Why there is a deployment. */
    public enum Cause {
        /** The first content of a bundle, as the package brought it. */
        FIRST_START,
        /** Somebody deployed it. */
        DEPLOY,
        /** It was found in the folder or working copy that is watched. */
        WATCHED_FOLDER,
        /** Somebody rolled back. */
        ROLLBACK,
        /** The bus rolled back by itself. */
        SELF_ROLLBACK
    }

    /** How far a deployment is. */
    public enum State {
        /** It is being checked and tried out; nothing runs otherwise than before. */
        TRYING,
        /** A part of the routes runs it. */
        CANARY,
        /** Routes are being exchanged. */
        SWAPPING,
        /** It runs, and is compared with what was before. */
        PROBATION,
        /** It runs and stays. */
        KEPT,
        /** The same content ran already. */
        UNCHANGED,
        /** Something was wrong with it; nothing was changed. */
        REFUSED,
        /** It could not be brought to run; what was before runs. */
        FAILED,
        /** It ran and was taken back; what was before runs. */
        ROLLED_BACK;

        /** Whether nothing more comes. */
        public boolean isFinal() {
            return ordinal() >= KEPT.ordinal();
        }
    }

    public Deployment {
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
    }
}
