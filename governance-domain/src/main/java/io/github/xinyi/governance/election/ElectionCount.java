package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.List;
import java.util.TreeSet;

/**
 * The exact figures of an election, from which everything else about it follows, for example 7
 * seats, 640 owners of whom 520 take part, and 412 of them for {@code P0001}.
 *
 * @param seats the places to fill
 * @param ranking who comes first where more have a majority than there are seats
 * @param total the weight of all owners, whether or not they voted
 * @param participating the weight of those taking part; at most {@code total}
 * @param supports one for each candidate in alphabetical order, 1 to {@link
 *     ElectionCall#MAX_CANDIDATES}
 * @since 0.1.0
 */
public record ElectionCount(
        Seats seats, Ranking ranking, Votes total, Votes participating, List<Support> supports) {

    /**
     * The votes for one candidate.
     *
     * @param candidate the candidate
     * @param votes area and heads; at most those taking part
     */
    public record Support(PersonId candidate, Votes votes) {}

    /** Copies the supports, and refuses a part above its whole and a candidate out of order. */
    public ElectionCount {
        supports = List.copyOf(supports);
        List<PersonId> candidates = supports.stream().map(Support::candidate).toList();
        if (!candidates.equals(List.copyOf(new TreeSet<>(candidates)))) {
            throw new IllegalArgumentException("not each candidate once in order: " + candidates);
        }
        requirePart(participating, total);
        for (Support support : supports) {
            requirePart(support.votes(), participating);
        }
    }

    private static void requirePart(Votes part, Votes whole) {
        if (part.area().compareTo(whole.area()) > 0 || part.heads().compareTo(whole.heads()) > 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** What was put to the owners: seats, candidates and ranking. */
    ElectionCall call() {
        return new ElectionCall(
                seats, new TreeSet<>(supports.stream().map(Support::candidate).toList()), ranking);
    }
}
