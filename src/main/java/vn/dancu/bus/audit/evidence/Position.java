package vn.dancu.bus.audit.evidence;

/** A place in the order of the trail: the transaction, and the place within it. */
record Position(long xid, int seq) implements Comparable<Position> {

    static final Position START = new Position(0, 0);

    static Position of(String xid, int seq) {
        return new Position(Long.parseUnsignedLong(xid), seq);
    }

    String xidText() {
        return Long.toUnsignedString(xid);
    }

    boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Position other) {
        int byXid = Long.compareUnsigned(xid, other.xid);
        return byXid != 0 ? byXid : Integer.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return xidText() + "/" + seq;
    }
}
