/**
 * Contract tests for the ports of the trust accounting: {@link
 * io.github.xinyi.trust.tck.BookStoreContract} for who keeps books, {@link
 * io.github.xinyi.trust.tck.InMemoryBookStore} as the plainest store that passes, {@link
 * io.github.xinyi.trust.tck.SampleBook} for drafts, orders and keys to test with. May depend on the
 * trust accounting, JUnit Jupiter and AssertJ.
 */
@NullMarked
package io.github.xinyi.trust.tck;

import org.jspecify.annotations.NullMarked;
