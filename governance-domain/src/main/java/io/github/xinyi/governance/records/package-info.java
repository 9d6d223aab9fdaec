/**
 * All that is kept of a community as events: {@link
 * io.github.xinyi.governance.records.GovernanceEvents} reads and writes every event of this module,
 * {@link io.github.xinyi.governance.records.RecordKind} names the streams that they are kept in.
 * Depends on event, identity and every package that has events; none depends on it.
 */
@NullMarked
package io.github.xinyi.governance.records;

import org.jspecify.annotations.NullMarked;
