package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * By what right the voter speaks for the holder of the unit, for example {@link Own}.
 *
 * @since 0.1.0
 */
public sealed interface Mandate {

    /** The most motions on which an authority states an opinion. */
    int MAX_OPINIONS = 50;

    /** The voter is one of the holder's persons. */
    record Own() implements Mandate {
        @Override
        public <R> R fold(
                Function<Own, R> own,
                Function<Proxy, R> proxy,
                Function<Guardian, R> guardian,
                Function<Carried, R> carried) {
            return own.apply(this);
        }
    }

    /**
     * The voter holds a written authority (授权委托书) of one of the holder's persons. Source: Property
     * Management Regulation art. 12 para. 2, Civil Code art. 165.
     *
     * @param principal who gave it
     * @param validFrom the first day on which it is good
     * @param validThrough the last day
     * @param opinions what the principal wants on each motion, none where it is left to the proxy;
     *     at most {@link #MAX_OPINIONS}
     */
    record Proxy(
            PersonId principal,
            LocalDate validFrom,
            LocalDate validThrough,
            SortedMap<MotionId, Choice> opinions)
            implements Mandate {

        /** Copies the opinions and refuses an authority without a day. */
        public Proxy {
            if (validThrough.isBefore(validFrom)) {
                throw new IllegalArgumentException(
                        "an authority from " + validFrom + " to " + validThrough);
            }
            if (opinions.size() > MAX_OPINIONS) {
                throw new IllegalArgumentException("too many opinions: " + opinions.size());
            }
            opinions = Collections.unmodifiableSortedMap(new TreeMap<>(opinions));
        }

        @Override
        public <R> R fold(
                Function<Own, R> own,
                Function<Proxy, R> proxy,
                Function<Guardian, R> guardian,
                Function<Carried, R> carried) {
            return proxy.apply(this);
        }
    }

    /**
     * The voter is the guardian (法定代理人) of one of the holder's persons. Source: Civil Code art. 23.
     *
     * @param ward the person without full capacity
     */
    record Guardian(PersonId ward) implements Mandate {
        @Override
        public <R> R fold(
                Function<Own, R> own,
                Function<Proxy, R> proxy,
                Function<Guardian, R> guardian,
                Function<Carried, R> carried) {
            return guardian.apply(this);
        }
    }

    /**
     * The voter signed for himself, and a representative of the building (业主代表) only carried the
     * paper; who carries is never counted.
     *
     * @param carrier who brought it
     */
    record Carried(PersonId carrier) implements Mandate {
        @Override
        public <R> R fold(
                Function<Own, R> own,
                Function<Proxy, R> proxy,
                Function<Guardian, R> guardian,
                Function<Carried, R> carried) {
            return carried.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param own for a voter who speaks for himself
     * @param proxy for a proxy
     * @param guardian for a guardian
     * @param carried for a ballot that somebody else brought
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<Own, R> own,
            Function<Proxy, R> proxy,
            Function<Guardian, R> guardian,
            Function<Carried, R> carried);

    /**
     * Whether it rests on a written authority, which the owner's own vote beats.
     *
     * @return true for {@link Proxy}
     */
    default boolean isByProxy() {
        return fold(own -> false, proxy -> true, guardian -> false, carried -> false);
    }
}
