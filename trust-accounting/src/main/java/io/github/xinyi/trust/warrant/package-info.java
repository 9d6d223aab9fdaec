/**
 * By what right an entry is posted that no caller posts by hand. Exported to the contract tests
 * alone: whoever can name {@link io.github.xinyi.trust.warrant.Warrant} may pay. May depend on
 * keys.
 */
@NullMarked
package io.github.xinyi.trust.warrant;

import org.jspecify.annotations.NullMarked;
