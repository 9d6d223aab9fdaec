/**
 * What differs from place to place, as data with its sources: {@link
 * io.github.xinyi.governance.region.ProfileCatalog} yields the {@link
 * io.github.xinyi.governance.region.RegionProfile} of a day, whose figures are {@link
 * io.github.xinyi.governance.region.Clause}s; {@link io.github.xinyi.governance.region.RegionTree}
 * says what lies where. Depends on identity, law, measure, ruling and sheet.
 */
@NullMarked
package io.github.xinyi.governance.region;

import org.jspecify.annotations.NullMarked;
