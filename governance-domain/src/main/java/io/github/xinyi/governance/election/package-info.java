/**
 * How several candidates are elected to the owners' committee at one vote: {@link
 * io.github.xinyi.governance.election.ElectionCall} is put to the owners, {@link
 * io.github.xinyi.governance.election.Election} counts their papers, {@link
 * io.github.xinyi.governance.election.ElectionJudgement} says who is elected. Depends on voting,
 * region and what voting depends on.
 */
@NullMarked
package io.github.xinyi.governance.election;

import org.jspecify.annotations.NullMarked;
