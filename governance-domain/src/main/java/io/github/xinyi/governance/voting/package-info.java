/**
 * How owners vote and why a vote passed: {@link io.github.xinyi.governance.voting.Meeting}, {@link
 * io.github.xinyi.governance.ballot.Ballot}, {@link io.github.xinyi.governance.voting.Tally}. A
 * {@link io.github.xinyi.governance.voting.Resolution} exists only where a tally passed. Depends on
 * community and what community depends on.
 */
@NullMarked
package io.github.xinyi.governance.voting;

import org.jspecify.annotations.NullMarked;
