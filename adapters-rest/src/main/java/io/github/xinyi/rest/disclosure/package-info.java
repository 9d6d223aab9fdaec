/**
 * What is disclosed, as plain Java over any web framework: {@link
 * io.github.xinyi.rest.disclosure.FundDisclosure}, {@link
 * io.github.xinyi.rest.disclosure.RecordDisclosure}, {@link
 * io.github.xinyi.rest.disclosure.DisbursementDisclosure}. Each takes the request's parameters as
 * text and answers a {@link io.github.xinyi.rest.disclosure.Reply}. May depend on published,
 * answer.
 */
@NullMarked
package io.github.xinyi.rest.disclosure;

import org.jspecify.annotations.NullMarked;
