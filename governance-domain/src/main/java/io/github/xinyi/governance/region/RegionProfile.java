package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.ruling.Finding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clauses of a region on a day, its own before those handed down, for example {@code
 * profile.clause(OwnersCommitteeClauses.LEAST)}. Immutable; obtained from a {@link ProfileCatalog}.
 *
 * <p>A ruling that uses a profile shows its {@link #notices}. Whoever forgets them still shows
 * unverified citations: each {@link Clause} of such a profile carries the mark itself.
 *
 * @since 0.1.0
 */
public final class RegionProfile {

    /** The region at the root of every profile. */
    public static final RegionId NATIONAL = RegionId.of("NATIONAL");

    /** The day on which the texts that are shipped were collected. */
    public static final LocalDate TEXTS_OF = LocalDate.of(2025, 4, 19);

    private final RegionId id;
    private final LocalDate day;
    private final Map<ClauseKey<?>, Clause<?>> clauses;
    private final List<Finding> notices;

    RegionProfile(
            RegionId id,
            LocalDate day,
            Map<ClauseKey<?>, Clause<?>> clauses,
            List<? extends Finding> notices) {
        this.id = id;
        this.day = day;
        this.clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
        this.notices = List.copyOf(notices);
    }

    /**
     * The nation's profile, as its texts stood on {@link #TEXTS_OF}.
     *
     * @return what applies where no local text says more
     */
    public static RegionProfile national() {
        return ProfileCatalog.shipped()
                .on(NATIONAL, TEXTS_OF)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * The region.
     *
     * @return for example {@code HANGZHOU}
     */
    public RegionId id() {
        return id;
    }

    /**
     * The day for which the clauses hold.
     *
     * @return the day asked for
     */
    public LocalDate day() {
        return day;
    }

    /**
     * A clause that the region has.
     *
     * @param key always answered where it {@link ClauseKey#isEverywhere}
     * @param <T> the type of its figure
     * @return the figure with its sources
     * @throws IllegalArgumentException if the region has none; see {@link #find}
     */
    public <T> Clause<T> clause(ClauseKey<T> key) {
        return find(key)
                .orElseThrow(
                        () -> new IllegalArgumentException(id + " has no clause " + key.name()));
    }

    /**
     * A clause that a region may have.
     *
     * @param key what it is about
     * @param <T> the type of its figure
     * @return empty where no text of the region or above it says anything
     */
    public <T> Optional<Clause<T>> find(ClauseKey<T> key) {
        @SuppressWarnings("unchecked") // The catalog puts each clause under its own key.
        Clause<T> clause = (Clause<T>) clauses.get(key);
        return Optional.ofNullable(clause);
    }

    /**
     * Every clause.
     *
     * @return section by section, unmodifiable
     */
    public Collection<Clause<?>> clauses() {
        return clauses.values();
    }

    /**
     * What a ruling that uses the profile must say of it.
     *
     * @return empty where all texts were read and none contradicts the nation's
     */
    public List<Finding> notices() {
        return notices;
    }

    /** For example {@code HANGZHOU on 2024-05-01}. */
    @Override
    public String toString() {
        return id + " on " + day;
    }
}
