package vn.dancu.bus.document.intake;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.ReplyListener;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.ReceivedDocument;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.ResponseFor;

/** Tells the rooms that sent documents what becomes of them. */
final class ReplyRouter {

    private final Supplier<List<ReplyListener>> listeners;
    private final Clock clock;

    ReplyRouter(Supplier<List<ReplyListener>> listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    /** A document of ours, and the room that sent it. */
    private record Target(ReplyListener room, UUID documentId) {}

    /** Takes a document that answers one of ours; false where it answers none. */
    boolean take(ReceivedDocument taken, EDocument document) {
        Optional<Target> target = target(document.reply().documents(), taken.sender());
        target.ifPresent(it -> it.room()
                .replied(
                        it.documentId(),
                        new ReplyListener.Reply(
                                taken.id(),
                                taken.sender(),
                                document.description().subject(),
                                document.description().content(),
                                taken.content(),
                                taken.receivedAt())));
        return target.isPresent();
    }

    boolean isReply(EDocument document, String sender) {
        return target(document.reply().documents(), sender).isPresent();
    }

    /** Whether it is about a document of ours, which then knows it. */
    void take(DocumentStatus status, String sender) {
        LocalDateTime at = status.timestamp();
        target(status.responseFor(), sender).ifPresent(it -> it.room()
                .reported(
                        it.documentId(),
                        status.code().code(),
                        at == null
                                ? clock.instant()
                                : at.atZone(DocumentDispatch.ZONE).toInstant()));
    }

    private Optional<Target> target(List<ResponseFor> references, String sender) {
        for (ResponseFor reference : references) {
            UUID id = id(reference.documentId());
            if (id != null) {
                for (ReplyListener room : listeners.get()) {
                    if (room.sent(id, sender)) {
                        return Optional.of(new Target(room, id));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable UUID id(@Nullable String documentId) {
        if (documentId == null || !documentId.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return null;
        }
        return UUID.fromString(documentId);
    }
}
