package io.github.xinyi.example.stories;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.AgreementDuty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two who disagree, and the case of the grid under which the officer keeps it.
 *
 * @param community where
 * @param id the case
 * @param reporter the one who complains
 * @param other the one complained of, who promises to do better
 */
record Dispute(CommunityId community, CaseId id, PersonId reporter, PersonId other) {

    /** The officer of the grid (网格员), who hears of every dispute first. */
    static final PersonId OFFICER = PersonId.of("officer");

    SortedSet<PersonId> parties() {
        return new TreeSet<>(List.of(reporter, other));
    }

    /** What the officer writes down on hearing of it. */
    CaseFound found(CaseCategory category, CasePlace place, String words, Instant at) {
        return new CaseFound(community, id, category, place, reporter, OFFICER, words, at);
    }

    /** What the other promises to have done by a day. */
    AgreementDuty promise(String content, LocalDate due) {
        return new AgreementDuty(other, content, due);
    }
}
