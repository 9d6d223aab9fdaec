/**
 * What has happened, as values that are only ever added: {@link
 * io.github.xinyi.governance.event.DomainEvent}. Depends on identity.
 */
@NullMarked
package io.github.xinyi.governance.event;

import org.jspecify.annotations.NullMarked;
