/**
 * How much of what was billed is paid (收缴情况): {@link
 * io.github.xinyi.trust.collection.CollectionSummary} by month, {@link
 * io.github.xinyi.trust.collection.Arrears} by age, {@link
 * io.github.xinyi.trust.collection.Reminders} before any suit. May depend on receivable and money.
 * What is published is aggregates of at least k units.
 */
@NullMarked
package io.github.xinyi.trust.collection;

import org.jspecify.annotations.NullMarked;
