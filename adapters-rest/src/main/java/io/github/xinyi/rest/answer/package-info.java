/**
 * The answers as they go over the wire, one record for each JSON object: {@link
 * io.github.xinyi.rest.answer.Overview}, {@link io.github.xinyi.rest.answer.DisclosedRecord},
 * {@link io.github.xinyi.rest.answer.Problem}. Names of components are names of JSON members; a
 * component that may be null is {@code null} in JSON. Amounts are whole numbers of minor units,
 * areas decimal text, moments RFC 3339 in UTC with milliseconds. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.rest.answer;

import org.jspecify.annotations.NullMarked;
