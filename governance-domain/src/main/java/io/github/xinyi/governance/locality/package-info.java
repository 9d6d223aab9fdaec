/**
 * The tables of one place together: {@link io.github.xinyi.governance.locality.Locality} names one
 * table for each kind of co-governance, {@link io.github.xinyi.governance.locality.LocalityTables}
 * reads those of a caller. Depends on the packages whose tables it ties together.
 */
@NullMarked
package io.github.xinyi.governance.locality;

import org.jspecify.annotations.NullMarked;
