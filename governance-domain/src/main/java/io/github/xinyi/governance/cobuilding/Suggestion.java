package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.ruling.Ruling;

/**
 * A resource that suits a need, and why; people decide whether it is claimed.
 *
 * @param resource the resource
 * @param why the tags shared, the place, what is free and the days, each a finding that is met
 * @param sharedTags how many tags of the need it has
 * @param free what is left of it before the claim
 * @since 0.1.0
 */
public record Suggestion(ListingId resource, Ruling why, int sharedTags, long free) {}
