/**
 * What came to no end: the dead letters of hubs, of the outbox and of the document axis in one list, and replays, which ask
 * or send them again.
 *
 * <p>Faces: {@link vn.dancu.bus.replay.DeadLetters}, {@link vn.dancu.bus.replay.Replays} and
 * {@link vn.dancu.bus.replay.MessageLives}; {@link vn.dancu.bus.replay.ReplaySource} is the port to each place where letters
 * lie, {@link vn.dancu.bus.replay.door.ReturnLane} that to a door at which an answered question is asked again,
 * {@link vn.dancu.bus.replay.door.ReplayNotes} the way in which a door reports what became of one. A replay answers nothing
 * itself: what is asked again goes through the same lane, and thus through the rights of today. A body is never shown in
 * clear without an act of record.
 */
@NullMarked
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {
            "kernel",
            "partner",
            "policy",
            "consent",
            "audit",
            "audit :: inspection",
            "delivery",
            "document",
            "job"
        })
package vn.dancu.bus.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
