package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.disclosure.Version;
import java.util.List;
import java.util.function.Function;

/**
 * What a command is answered with: what came of it, or why it was not carried out.
 *
 * @param <T> what comes of it
 * @since 0.1.0
 */
public sealed interface CommandReply<T> {

    /** Whether a command made something that has a name of its own. */
    enum Effect {
        /** Something new is there. */
        CREATED,
        /** Something has gone on. */
        CHANGED
    }

    /**
     * It was carried out, now or when it was sent before.
     *
     * @param effect what it did
     * @param id of what it was about, for example {@code E0102}
     * @param version of that afterwards; {@link Version#NONE} if it has none
     * @param body what to tell the caller
     * @param <T> its type
     */
    record Done<T>(Effect effect, String id, Version version, T body) implements CommandReply<T> {
        @Override
        public <R> R fold(Function<Done<T>, R> done, Function<Declined<T>, R> declined) {
            return done.apply(this);
        }
    }

    /**
     * It was not carried out.
     *
     * @param why why
     * @param findings what rules said, those that were met too; none where no rule was asked
     * @param <T> what would have come of it
     */
    record Declined<T>(Decline why, List<Finding> findings) implements CommandReply<T> {

        /** Copies the findings. */
        public Declined {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R fold(Function<Done<T>, R> done, Function<Declined<T>, R> declined) {
            return declined.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param done for a command that was carried out
     * @param declined for one that was not
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<Done<T>, R> done, Function<Declined<T>, R> declined);

    /**
     * Something new.
     *
     * @param id its name
     * @param body what to tell the caller
     * @param <T> its type
     * @return the reply
     */
    static <T> CommandReply<T> created(String id, T body) {
        return new Done<>(Effect.CREATED, id, Version.NONE, body);
    }

    /**
     * Something has gone on.
     *
     * @param id its name
     * @param body what to tell the caller
     * @param <T> its type
     * @return the reply
     */
    static <T> CommandReply<T> changed(String id, T body) {
        return new Done<>(Effect.CHANGED, id, Version.NONE, body);
    }

    /**
     * Not carried out, without a rule.
     *
     * @param why why
     * @param <T> what would have come of it
     * @return the reply
     */
    static <T> CommandReply<T> declined(Decline why) {
        return new Declined<>(why, List.of());
    }

    /**
     * Not carried out because of rules.
     *
     * @param why why
     * @param ruling what they said
     * @param <T> what would have come of it
     * @return the reply
     */
    static <T> CommandReply<T> declined(Decline why, Ruling ruling) {
        return new Declined<>(why, ruling.findings());
    }
}
