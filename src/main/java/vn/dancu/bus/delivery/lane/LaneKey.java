package vn.dancu.bus.delivery.lane;

/** Names a lane. */
record LaneKey(String channel, String destination) {}
