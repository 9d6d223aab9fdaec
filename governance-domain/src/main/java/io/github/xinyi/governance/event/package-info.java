/**
 * What has happened, as values that are only ever added: {@link
 * io.github.xinyi.governance.event.DomainEvent}, kept in order by an {@link
 * io.github.xinyi.governance.event.EventStore}, as text made by an {@link
 * io.github.xinyi.governance.event.EventCodec}; a thing that keeps its own course is an {@link
 * io.github.xinyi.governance.event.EventHistory}. Depends on identity, measure and ruling.
 */
@NullMarked
package io.github.xinyi.governance.event;

import org.jspecify.annotations.NullMarked;
