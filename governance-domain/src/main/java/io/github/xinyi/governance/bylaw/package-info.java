/**
 * How a community's own rules of procedure (议事规则) ask votes to be counted, and what they need to be
 * heard: {@link io.github.xinyi.governance.bylaw.Bylaws}, {@link
 * io.github.xinyi.governance.bylaw.CountPolicy}, {@link
 * io.github.xinyi.governance.bylaw.AdoptedClause}. They never replace the statutory count. Depends
 * on community, region and what these depend on.
 */
@NullMarked
package io.github.xinyi.governance.bylaw;

import org.jspecify.annotations.NullMarked;
