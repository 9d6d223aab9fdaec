/**
 * How several candidates are elected to the owners' committee at one vote: {@link
 * io.github.xinyi.governance.election.ElectionCall}, {@link
 * io.github.xinyi.governance.election.Election}, {@link
 * io.github.xinyi.governance.election.ElectionResult}. Depends on voting and what voting depends
 * on.
 */
@NullMarked
package io.github.xinyi.governance.election;

import org.jspecify.annotations.NullMarked;
