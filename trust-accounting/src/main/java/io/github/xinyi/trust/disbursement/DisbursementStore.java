package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps disbursements: you implement this. Thread-safe.
 *
 * @since 0.1.0
 */
public interface DisbursementStore {

    /**
     * Keeps a new disbursement, whatever else is open.
     *
     * @param disbursement without approvals
     * @return false, and nothing is kept, if its community has one of that id
     */
    boolean insert(Disbursement disbursement);

    /**
     * Keeps a new disbursement, if no other has come between since the open ones were read.
     *
     * @param disbursement without approvals
     * @param open what {@link #open} has answered for the moment of the request
     * @return false, and nothing is kept, if its community has one of that id, or has one that is
     *     open at the moment of the request and not among those given
     */
    boolean insertBeside(Disbursement disbursement, List<Disbursement> open);

    /**
     * The disbursements of a community that hold money at a moment, as {@link
     * Disbursement#isOpenAt} says, by id.
     *
     * @param community whose
     * @param at the moment
     * @return all of them
     */
    List<Disbursement> open(CommunityId community, Instant at);

    /**
     * Replaces a disbursement by its next state, if it still is as expected; only approvals, status
     * and steps may differ, and approvals and steps only grow.
     *
     * @param expected what was read
     * @param next what follows
     * @return false, and nothing is kept, if it is no longer as expected
     */
    boolean advance(Disbursement expected, Disbursement next);

    /**
     * A disbursement.
     *
     * @param community whose
     * @param id its number
     * @return empty if there is none
     */
    Optional<Disbursement> find(CommunityId community, String id);

    /**
     * All disbursements of a community, the latest request first; of one moment, by id.
     *
     * @param community whose
     * @param offset how many to pass over
     * @param limit at most so many
     * @return fewer at the end
     */
    List<Disbursement> list(CommunityId community, int offset, int limit);
}
