/**
 * The tables of one place together: {@link io.github.xinyi.governance.locality.Locality} has its
 * teams and conferences by id and one table for each other kind of co-governance, {@link
 * io.github.xinyi.governance.locality.LocalityTables} reads those of a caller under the rules of
 * {@link io.github.xinyi.governance.locality.LocalityRule}. Depends on the packages whose tables it
 * ties together.
 */
@NullMarked
package io.github.xinyi.governance.locality;

import org.jspecify.annotations.NullMarked;
