/**
 * That a write which is sent twice is carried out once: an {@link
 * io.github.xinyi.rest.idempotency.IdempotencyStore} keeps the answer of each {@code
 * Idempotency-Key}. May depend on identities alone.
 */
@NullMarked
package io.github.xinyi.rest.idempotency;

import org.jspecify.annotations.NullMarked;
