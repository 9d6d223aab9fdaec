package io.github.xinyi.rest.answer;

/**
 * That a ballot came in; not how it was cast, nor whether it counts, which the count says.
 *
 * @param id its number
 * @param meeting the meeting's number
 * @param receivedAt when
 * @since 0.1.0
 */
public record BallotReceived(String id, String meeting, String receivedAt) implements Answer {}
