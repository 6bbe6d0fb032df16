package vn.dancu.bus.system;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which wire stands behind a logical channel that route files name; a route never names a queue itself.
 *
 * @param hubAnswers Camel URI for answers to hubs; the bean sets the destination of each
 * @param hubDeadLetters Camel URI for dead letters of hubs; the bean sets the destination of each
 */
@ConfigurationProperties("dancu.channel")
record ChannelSettings(String hubAnswers, String hubDeadLetters) {}
