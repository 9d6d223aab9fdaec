/** Direct tests of the rules of the trust accounting, each threshold below, at and above. */
@NullMarked
package io.github.xinyi.trust.tck.rules;

import org.jspecify.annotations.NullMarked;
