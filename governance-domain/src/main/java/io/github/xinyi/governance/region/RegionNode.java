package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;

/**
 * A region or community in the tree, for example the district HONGGU.
 *
 * @param id its identifier; that of a community is the text of its {@code CommunityId}
 * @param level its level
 * @since 0.1.0
 */
public record RegionNode(RegionId id, Level level) {

    /** The levels, the highest first; a tree may leave levels out. */
    public enum Level {
        /** A province, an autonomous region or a municipality; it has no parent. */
        PROVINCE,
        /** A city (地级市). */
        CITY,
        /** A district or county (区县). */
        DISTRICT,
        /** A street or town (街道、乡镇). */
        STREET,
        /** A residential community (小区). */
        COMMUNITY
    }
}
