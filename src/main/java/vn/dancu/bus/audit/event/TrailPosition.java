package vn.dancu.bus.audit.event;

/**
 * A place in the order of the trail.
 *
 * @param xid PostgreSQL's number of the transaction, unsigned
 * @param seq place within the transaction, from 0
 */
public record TrailPosition(long xid, int seq) implements Comparable<TrailPosition> {

    /** Before all records. */
    public static final TrailPosition START = new TrailPosition(0, 0);

    /** The position whose transaction PostgreSQL writes as that text. */
    public static TrailPosition of(String xid, int seq) {
        return new TrailPosition(Long.parseUnsignedLong(xid), seq);
    }

    /** The transaction as PostgreSQL reads and writes it. */
    public String xidText() {
        return Long.toUnsignedString(xid);
    }

    public boolean isAfter(TrailPosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(TrailPosition other) {
        int byXid = Long.compareUnsigned(xid, other.xid);
        return byXid != 0 ? byXid : Integer.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return xidText() + "/" + seq;
    }
}
