package io.github.xinyi.trust.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a log publishes a checkpoint: at least so often, and whenever a period was closed.
 *
 * <p>For example every 24 hours. The law asks for disclosure in time (及时) and names no interval:
 * interpretation, configurable from one minute to 31 days. A checkpoint is due also when nothing
 * was recorded, so that silence is never taken for a log that stands still.
 *
 * @param every the longest time between two checkpoints
 * @since 0.1.0
 */
public record CheckpointSchedule(Duration every) {

    /** The shortest interval. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The longest interval. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** What makes a checkpoint due. */
    public enum Occasion {
        /** The log has records and no checkpoint. */
        FIRST,
        /** A period was closed after the last checkpoint. */
        PERIOD_CLOSED,
        /** The last checkpoint is as old as the schedule allows. */
        INTERVAL
    }

    /**
     * A time without a checkpoint that was too long.
     *
     * @param after the checkpoint before it
     * @param due the moment by which the next had to come
     * @param until the next checkpoint, or the moment of asking
     */
    public record Gap(Instant after, Instant due, Instant until) {}

    /** Checks the interval. */
    public CheckpointSchedule {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no schedule of " + every);
        }
    }

    /**
     * Whether the interval has passed.
     *
     * @param last the moment of the last checkpoint
     * @param now the moment of asking
     * @return true from the moment on at which the next is due
     */
    public boolean hasPassed(Instant last, Instant now) {
        return !now.isBefore(last.plus(every));
    }

    /**
     * Where checkpoints came too late.
     *
     * @param published those of one book, the latest first, as {@link CheckpointStore#list} has
     *     them
     * @param now the moment of asking
     * @return the gaps, the earliest first; a checkpoint exactly when it is due is in time
     */
    public List<Gap> late(List<PublishedCheckpoint> published, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = published.size() - 1; i >= 0; i--) {
            Instant after = published.get(i).publishedAt();
            Instant until = i == 0 ? now : published.get(i - 1).publishedAt();
            gap(after, until).ifPresent(gaps::add);
        }
        return List.copyOf(gaps);
    }

    private Optional<Gap> gap(Instant after, Instant until) {
        Instant due = after.plus(every);
        return until.isAfter(due) ? Optional.of(new Gap(after, due, until)) : Optional.empty();
    }
}
