package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.identity.PersonId;

/**
 * A seat and who holds it, for example {@code P0103} for the owners.
 *
 * @param person who
 * @param side for whom
 * @since 0.1.0
 */
public record Member(PersonId person, Side side) {}
