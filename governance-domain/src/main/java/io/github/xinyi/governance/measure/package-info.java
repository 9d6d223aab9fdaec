/**
 * Exact quantities that decide: {@link io.github.xinyi.governance.measure.FloorArea}, {@link
 * io.github.xinyi.governance.measure.Ratio}, {@link io.github.xinyi.governance.measure.Threshold}.
 * Depends on nothing.
 */
@NullMarked
package io.github.xinyi.governance.measure;

import org.jspecify.annotations.NullMarked;
