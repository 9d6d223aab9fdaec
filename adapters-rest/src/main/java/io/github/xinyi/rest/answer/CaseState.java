package io.github.xinyi.rest.answer;

/**
 * How far a case is, for those who work on it.
 *
 * @param id its number
 * @param stage for example {@code MEDIATION}
 * @param holder who has it in hand
 * @param openings how often it was opened
 * @param version how many records it has; the entity tag
 * @since 0.1.0
 */
public record CaseState(String id, String stage, String holder, int openings, long version)
        implements Answer {}
