package io.github.xinyi.governance.community;

import io.github.xinyi.governance.community.HeadPolicy.CoOwnership;
import io.github.xinyi.governance.community.HeadPolicy.DeveloperHead;
import io.github.xinyi.governance.community.HeadPolicy.RetainedUnits;
import io.github.xinyi.governance.identity.PersonId;
import java.util.HashMap;
import java.util.Map;

/** The persons who answer for a unit together, and in which capacity. */
record HeadGroup(Capacity capacity, VotingHolder holder) {

    /** In which capacity a group holds a unit. */
    enum Capacity {
        OWNER,
        SELLER_OF_UNSOLD,
        SELLER_OF_UNDELIVERED
    }

    static HeadGroup of(Unit unit, VotingHolder holder, HeadPolicy policy) {
        return new HeadGroup(capacity(unit.status(), policy), holder);
    }

    private static Capacity capacity(DeliveryStatus status, HeadPolicy policy) {
        boolean unsold =
                status == DeliveryStatus.UNSOLD || policy.developerHead() == DeveloperHead.SINGLE;
        if (status == DeliveryStatus.SOLD_DELIVERED) {
            return Capacity.OWNER;
        }
        if (!unsold) {
            return Capacity.SELLER_OF_UNDELIVERED;
        }
        return policy.retained() == RetainedUnits.MERGED
                ? Capacity.OWNER
                : Capacity.SELLER_OF_UNSOLD;
    }

    /** Joins groups that are one head; each head is stood for by a key. */
    static final class Heads {

        private final boolean joining;
        private final Map<PersonId, PersonId> parents = new HashMap<>();

        Heads(HeadPolicy policy) {
            this.joining = policy.coOwnership() == CoOwnership.SHARED_PERSON;
        }

        void join(HeadGroup group) {
            if (joining && group.capacity == Capacity.OWNER) {
                PersonId first = root(group.holder.persons().first());
                group.holder.persons().forEach(person -> parents.put(root(person), first));
            }
        }

        Object key(HeadGroup group) {
            return joining && group.capacity == Capacity.OWNER
                    ? root(group.holder.persons().first())
                    : group;
        }

        /** The person who stands for all that are linked; halves the way for the next question. */
        private PersonId root(PersonId person) {
            PersonId at = person;
            for (PersonId up = parent(at); !up.equals(at); up = parent(at)) {
                parents.put(at, parent(up));
                at = parent(up);
            }
            return at;
        }

        private PersonId parent(PersonId person) {
            return parents.getOrDefault(person, person);
        }
    }
}
