package vn.dancu.bus.desk.replay;

/** @param messageId the id of a message, an event, a delivery or a document */
record MessageLifeRequest(String messageId) {}
