/**
 * The roster over time: what happened to units and owners, by the day from which it holds and the
 * moment at which it was recorded. {@link io.github.xinyi.governance.register.RosterEvent}, {@link
 * io.github.xinyi.governance.register.RosterHistory}, {@link
 * io.github.xinyi.governance.register.RegisterRule}. Depends on identity, law, event, ruling and
 * community.
 */
@NullMarked
package io.github.xinyi.governance.register;

import org.jspecify.annotations.NullMarked;
