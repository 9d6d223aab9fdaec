/**
 * How the first owners' meeting comes about: {@link io.github.xinyi.governance.formation.Formation}
 * from the application to the meeting, under {@link
 * io.github.xinyi.governance.formation.FormationClauses}. Depends on identity, measure, law, event,
 * ruling, region, committee and proceeding.
 */
@NullMarked
package io.github.xinyi.governance.formation;

import org.jspecify.annotations.NullMarked;
