/**
 * Typed identifiers, opaque to the rules: {@link io.github.xinyi.governance.identity.CommunityId},
 * {@link io.github.xinyi.governance.identity.UnitId}, {@link
 * io.github.xinyi.governance.identity.PersonId} and those of meetings, motions and ballots; and
 * {@link io.github.xinyi.governance.identity.PersonalNumber}, which no public view shows. Depends
 * on nothing.
 */
@NullMarked
package io.github.xinyi.governance.identity;

import org.jspecify.annotations.NullMarked;
