package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Keeps meetings, all that came in for them, and their results with the rules they were counted by,
 * so that a count can be made again to the same characters; you implement this, and {@code
 * MeetingStoreContract} of the contract tests says when it is right.
 *
 * <p>Nothing kept is ever changed or deleted. Implementations are safe for use by several threads.
 * Every method throws {@link io.github.xinyi.governance.store.StoreException} when the store cannot
 * answer. A meeting is named by its community and identifier together.
 *
 * <p>A store takes no more into a box than its {@link BoxLimits}, so that every box can be counted:
 * what is new and passes one is refused with {@link MeetingFinding.TooMany}.
 *
 * @since 0.1.0
 */
public interface MeetingStore {

    /**
     * Records a meeting; the same meeting again changes nothing and is accepted.
     *
     * @param meeting the meeting as called
     * @return the meeting; refused with {@link MeetingFinding.AlreadyRecorded} if another one
     *     stands under its name
     */
    Outcome<Meeting> record(Meeting meeting);

    /**
     * A meeting.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @return empty if none was recorded
     */
    Optional<Meeting> find(CommunityId community, MeetingId meeting);

    /**
     * Adds a ballot, whether or not it will count; the same ballot again changes nothing and is
     * accepted.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @param ballot the ballot as it came in
     * @return the ballot; refused with {@link MeetingFinding.Unknown} without such a meeting, with
     *     {@link MeetingFinding.BallotConflict} if another ballot stands under its identifier, with
     *     {@link MeetingFinding.ResultStored} if it is new and the result is stored, with {@link
     *     MeetingFinding.TooMany} if it is new and passes a limit
     */
    Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot);

    /**
     * The ballots of a meeting.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @return in {@link Ballot#ORDER_OF_RECEIPT}, at most {@link BallotBox#MAX_ENTRIES}; empty if
     *     there is no such meeting
     */
    List<Ballot> ballots(CommunityId community, MeetingId meeting);

    /**
     * Adds a withdrawal of an authority; the same again changes nothing and is accepted.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @param withdrawal the withdrawal
     * @return the withdrawal; refused with {@link MeetingFinding.Unknown} without such a meeting,
     *     with {@link MeetingFinding.ResultStored} if it is new and the result is stored, with
     *     {@link MeetingFinding.TooMany} if it is new and passes a limit
     */
    Outcome<Withdrawal> add(CommunityId community, MeetingId meeting, Withdrawal withdrawal);

    /**
     * Adds a proof of delivery; the same again changes nothing and is accepted.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @param delivery the proof
     * @return the proof; refused with {@link MeetingFinding.Unknown} without such a meeting, with
     *     {@link MeetingFinding.ResultStored} if it is new and the result is stored, with {@link
     *     MeetingFinding.TooMany} if it is new and passes a limit
     */
    Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery);

    /**
     * Notes that a unit asked for a paper ballot; again it changes nothing and is accepted.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @param unit the unit
     * @return the unit; refused with {@link MeetingFinding.Unknown} without such a meeting, with
     *     {@link MeetingFinding.ResultStored} if it is new and the result is stored, with {@link
     *     MeetingFinding.TooMany} if it is new and passes a limit
     */
    Outcome<UnitId> notePaperRequest(CommunityId community, MeetingId meeting, UnitId unit);

    /**
     * Everything that came in for a meeting.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @return its ballots as {@link #ballots}, withdrawals in {@link Withdrawal#ORDER_OF_RECEIPT}
     *     and deliveries in {@link Delivery#ORDER}; empty if there is no such meeting
     */
    BallotBox box(CommunityId community, MeetingId meeting);

    /**
     * Stores the result of a meeting once, with the rules it was counted by; the same result again
     * changes nothing and is accepted, be it stored in the text of an earlier version ({@link
     * TallyResult#isToldBy}).
     *
     * @param result the result
     * @return the text that is stored; refused with {@link MeetingFinding.StillOpen} if it was
     *     counted before the close, with {@link MeetingFinding.Unknown} without such a meeting,
     *     with {@link MeetingFinding.ResultStored} if another result is stored
     */
    Outcome<String> store(TallyResult result);

    /**
     * The stored result of a meeting.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @return the canonical text, character by character as stored; empty if there is none yet
     */
    Optional<String> result(CommunityId community, MeetingId meeting);

    /**
     * The rules by which the stored result was counted.
     *
     * @param community whose meeting
     * @param meeting its identifier
     * @return equal to those of the result; empty if there is none yet
     */
    Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting);
}
