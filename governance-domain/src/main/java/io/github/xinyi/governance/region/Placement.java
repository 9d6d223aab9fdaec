package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;

/**
 * Where a node lies for a time, for example a community below the town 海石湾镇 from 2020-01-01 on.
 *
 * @param node the lower node
 * @param parent the upper node
 * @param period when
 * @since 0.1.0
 */
public record Placement(RegionId node, RegionId parent, EffectivePeriod period) {}
