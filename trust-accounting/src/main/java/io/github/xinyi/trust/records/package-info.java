/**
 * All that is kept of a community as events: {@link io.github.xinyi.trust.records.TrustEvents}
 * reads and writes every event of governance and of this module. Depends on every package that has
 * events; none depends on it.
 */
@NullMarked
package io.github.xinyi.trust.records;

import org.jspecify.annotations.NullMarked;
