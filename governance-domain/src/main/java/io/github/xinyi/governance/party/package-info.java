/**
 * How the Party members of communities are organised: {@link
 * io.github.xinyi.governance.party.PartyRegister} folds {@link
 * io.github.xinyi.governance.party.PartyEvent}s and says which {@link
 * io.github.xinyi.governance.party.BranchForm} stands and whether it still may. Policy, not
 * statute: thresholds come from the region's profile. Depends on event, identity, law, region and
 * ruling.
 */
@NullMarked
package io.github.xinyi.governance.party;

import org.jspecify.annotations.NullMarked;
