/**
 * What a store must do, as tests to subclass: {@link
 * io.github.xinyi.governance.tck.RosterStoreContract}, {@link
 * io.github.xinyi.governance.tck.MeetingStoreContract}, {@link
 * io.github.xinyi.governance.tck.EventStoreContract}; the in-memory stores pass them and serve in
 * tests. Numbers such as G04 are stable.
 */
@NullMarked
package io.github.xinyi.governance.tck;

import org.jspecify.annotations.NullMarked;
