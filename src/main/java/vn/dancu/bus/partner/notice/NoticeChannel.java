package vn.dancu.bus.partner.notice;

/** Where notices leave the bus. */
@FunctionalInterface
interface NoticeChannel {

    /** Returns when the channel has taken the notice. */
    void send(Notice notice) throws NoticeFailure;
}
