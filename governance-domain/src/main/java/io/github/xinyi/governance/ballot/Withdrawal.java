package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A principal takes a written authority back (取消委托); ballots that the proxy hands in from then on
 * do not count. Source: Civil Code art. 173 item 2.
 *
 * @param principal who had given it
 * @param proxy who had it
 * @param at when it was taken back, to the microsecond
 * @since 0.1.0
 */
public record Withdrawal(PersonId principal, PersonId proxy, Instant at) {

    /** The order in which they were taken back: moment, principal, proxy. */
    public static final Comparator<Withdrawal> ORDER_OF_RECEIPT =
            Comparator.comparing(Withdrawal::at)
                    .thenComparing(Withdrawal::principal)
                    .thenComparing(Withdrawal::proxy);

    /** Refuses a moment finer than a store keeps. */
    public Withdrawal {
        Ballot.requireMicroseconds(at);
    }
}
