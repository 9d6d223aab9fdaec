package io.github.xinyi.rest.published;

import java.time.Instant;

/**
 * A report of something to be done (报事报修), as everybody may see it.
 *
 * @param id its number, for example {@code BX2025-0173}
 * @param reportedAt when it came in
 * @param building where, for example 3号楼; never a unit
 * @param category for example 电梯
 * @param description what was reported, without personal data
 * @since 0.1.0
 */
public record ServiceReport(
        String id, Instant reportedAt, String building, String category, String description) {}
