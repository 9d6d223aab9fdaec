/**
 * Courtyard talks (小院说事): what residents raise is talked over, done, published and reviewed, one
 * ticket for one issue: {@link io.github.xinyi.governance.talk.Talk}. What only the owners together
 * decide goes on as a procedure. Depends on deliberation, sheet and team.
 */
@NullMarked
package io.github.xinyi.governance.talk;

import org.jspecify.annotations.NullMarked;
