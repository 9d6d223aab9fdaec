/**
 * What comes in when owners vote, whether or not it will count: {@link
 * io.github.xinyi.governance.ballot.Ballot}, {@link io.github.xinyi.governance.ballot.Mandate},
 * {@link io.github.xinyi.governance.ballot.BallotBox}. Depends on identity only.
 */
@NullMarked
package io.github.xinyi.governance.ballot;

import org.jspecify.annotations.NullMarked;
