package io.github.xinyi.governance.team;

import io.github.xinyi.governance.law.EffectivePeriod;

/**
 * A time in which a slot lacks the same people or kinds, for example one 专业顾问 of the kind 法律 from
 * 2025-12-01 to the end of the year.
 *
 * @param vacancy what is lacking
 * @param days first day included, end excluded
 * @since 0.1.0
 */
public record Gap(Vacancy vacancy, EffectivePeriod days) {}
