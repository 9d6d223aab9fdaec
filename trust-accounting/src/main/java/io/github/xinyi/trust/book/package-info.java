/**
 * The book of one community: {@link io.github.xinyi.trust.book.Book} decides and applies, an entry
 * with its balances and its leaf at once; {@link io.github.xinyi.trust.book.BookStore} is the port
 * you implement. May depend on journal, keys, merkle.
 */
@NullMarked
package io.github.xinyi.trust.book;

import org.jspecify.annotations.NullMarked;
