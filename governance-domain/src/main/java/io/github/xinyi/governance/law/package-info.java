/**
 * Where a rule comes from: {@link io.github.xinyi.governance.law.Citation}, {@link
 * io.github.xinyi.governance.law.Instrument}, {@link io.github.xinyi.governance.law.Statutes}.
 * Depends on nothing.
 */
@NullMarked
package io.github.xinyi.governance.law;

import org.jspecify.annotations.NullMarked;
