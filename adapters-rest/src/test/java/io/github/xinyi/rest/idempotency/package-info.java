/** Tests of what keeps answers. */
@NullMarked
package io.github.xinyi.rest.idempotency;

import org.jspecify.annotations.NullMarked;
