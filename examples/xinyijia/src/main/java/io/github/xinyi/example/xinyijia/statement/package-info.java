/**
 * The statements of a community's year for everybody: chosen months, the records behind each line,
 * and the whole public book to be checked elsewhere.
 *
 * <p>Start at {@link io.github.xinyi.example.xinyijia.statement.StatementYear}. What stands here is
 * made for the public view of the book, and so tells nothing of one household.
 */
@NullMarked
package io.github.xinyi.example.xinyijia.statement;

import org.jspecify.annotations.NullMarked;
