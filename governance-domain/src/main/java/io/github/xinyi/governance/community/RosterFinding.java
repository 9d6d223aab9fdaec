package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Why a roster is not accepted; every finding has the verdict {@link Verdict#NOT_MET}.
 *
 * @since 0.1.0
 */
public sealed interface RosterFinding extends Finding {

    @Override
    default Verdict verdict() {
        return Verdict.NOT_MET;
    }

    @Override
    default List<Citation> basis() {
        return List.of();
    }

    /**
     * A unit stands in the roster more than once.
     *
     * @param unit the unit
     * @param times how often, at least 2
     */
    record DuplicateUnit(UnitId unit, int times) implements RosterFinding {

        /** {@code community.unit-duplicate}. */
        public static final RuleCode CODE = new RuleCode("community.unit-duplicate");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("unit", unit).and("times", times).toMap();
        }
    }

    /**
     * A roster has no unit, or more than {@link Roster#MAX_UNITS}.
     *
     * @param units how many it has
     */
    record Size(int units) implements RosterFinding {

        /** {@code community.roster-size}. */
        public static final RuleCode CODE = new RuleCode("community.roster-size");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("units", units).and("limit", Roster.MAX_UNITS).toMap();
        }
    }

    /**
     * Another roster is already frozen for that day; the day's roster is never replaced.
     *
     * @param community whose roster
     * @param recordDate the day
     * @param frozen the digest of the roster that stands
     * @param offered the digest of the one refused
     */
    record AlreadyFrozen(
            CommunityId community, LocalDate recordDate, RosterDigest frozen, RosterDigest offered)
            implements RosterFinding {

        /** {@code community.roster-frozen}. */
        public static final RuleCode CODE = new RuleCode("community.roster-frozen");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("community", community)
                    .and("date", recordDate)
                    .and("frozen", frozen)
                    .and("offered", offered)
                    .toMap();
        }
    }
}
