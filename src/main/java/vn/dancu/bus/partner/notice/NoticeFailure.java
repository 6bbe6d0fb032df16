package vn.dancu.bus.partner.notice;

/** A notice was not taken by its channel and must be sent again. */
final class NoticeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    NoticeFailure(Exception cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
