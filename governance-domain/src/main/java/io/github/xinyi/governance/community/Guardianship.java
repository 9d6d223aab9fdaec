package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import java.util.Comparator;

/**
 * That one person votes for another who lacks full capacity (法定代理人), for example a mother for a son
 * until the day on which he is eighteen.
 *
 * <p>Source: Civil Code arts. 19 to 23; that the ballot of a ward of limited capacity is the
 * guardian's too is our reading.
 *
 * @param ward the owner without full capacity
 * @param guardian who votes for the ward; another person, else {@link IllegalArgumentException}
 * @param inForce the days on which it is so
 * @since 0.1.0
 */
public record Guardianship(PersonId ward, PersonId guardian, EffectivePeriod inForce)
        implements Comparable<Guardianship> {

    private static final Comparator<Guardianship> ORDER =
            Comparator.comparing(Guardianship::ward)
                    .thenComparing(Guardianship::guardian)
                    .thenComparing(g -> g.inForce.startInclusive())
                    .thenComparing(g -> g.inForce.endExclusive());

    /** Refuses a guardian of oneself. */
    public Guardianship {
        if (ward.equals(guardian)) {
            throw new IllegalArgumentException(ward + " cannot be the guardian of oneself");
        }
    }

    @Override
    public int compareTo(Guardianship other) {
        return ORDER.compare(this, other);
    }
}
