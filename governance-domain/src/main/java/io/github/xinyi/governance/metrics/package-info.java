/**
 * Figures of many communities, each computed from listed records: {@link
 * io.github.xinyi.governance.metrics.Measurement} is one {@link
 * io.github.xinyi.governance.metrics.Metric} on a day, {@link
 * io.github.xinyi.governance.metrics.RollUp} lays it over the regions, {@link
 * io.github.xinyi.governance.metrics.Comparison} sets pilots beside the others. May depend on every
 * other package.
 */
@NullMarked
package io.github.xinyi.governance.metrics;

import org.jspecify.annotations.NullMarked;
