/**
 * Exact quantities that decide: {@link io.github.xinyi.governance.measure.FloorArea}, {@link
 * io.github.xinyi.governance.measure.Ratio}, {@link io.github.xinyi.governance.measure.Threshold};
 * and whether published ones tell of a few: {@link
 * io.github.xinyi.governance.measure.Differencing}. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.governance.measure;

import org.jspecify.annotations.NullMarked;
