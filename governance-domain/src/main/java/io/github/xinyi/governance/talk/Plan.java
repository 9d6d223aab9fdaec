package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Business;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a talk came to: small matters are settled on the spot, hard ones by a day (小事当场决、难事限期办).
 *
 * @param pace which of the two
 * @param text what is to be done; 1 to {@link TalkEvent#MAX_TEXT_LENGTH} characters
 * @param due the last day; the day of the talk for {@link Pace#ON_THE_SPOT}
 * @param responsible who does it
 * @param touches the owners' business that it would decide; must be empty for a plan that
 *     neighbours make among themselves
 * @param declaredBy who leads the talk and answers for it that the plan touches nothing else of the
 *     owners
 * @since 0.1.0
 */
public record Plan(
        Pace pace,
        String text,
        LocalDate due,
        PersonId responsible,
        SortedSet<Business> touches,
        PersonId declaredBy) {

    /** How fast. */
    public enum Pace {
        /** At once (当场决). */
        ON_THE_SPOT,
        /** By a day (限期办). */
        BY_A_DAY
    }

    /** Copies the business, refuses any that is not the owners', and checks the text. */
    public Plan {
        touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
        if (!Business.ofOwners().containsAll(touches)) {
            throw new IllegalArgumentException("not the owners' business: " + touches);
        }
        TalkText.require(text);
    }

    /**
     * Whether neighbours may make it among themselves.
     *
     * @return not met for owners' business; else met, and by whose declaration
     */
    public Ruling competence() {
        String items =
                Business.matters(touches).stream()
                        .map(matter -> Integer.toString(matter.item()))
                        .collect(Collectors.joining(","));
        return Ruling.of(
                RuleCheck.of(TalkRule.OWNERS_MATTER, touches.isEmpty(), "items", items),
                new RuleCheck(
                        TalkRule.DECLARED,
                        touches.isEmpty() ? Verdict.MET : Verdict.NOT_APPLICABLE,
                        Map.of("person", declaredBy.value())));
    }
}
