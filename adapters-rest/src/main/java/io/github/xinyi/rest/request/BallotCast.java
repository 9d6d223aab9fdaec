package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A ballot as it came in.
 *
 * @param id once in its meeting, for example {@code V0003}
 * @param unit the unit voted for
 * @param voter the owner; an owner who votes himself leaves it out
 * @param channel {@code PAPER}, {@code ON_SITE} or {@code ONLINE}; an owner who votes himself
 *     leaves it out
 * @param receivedAt when it came in, RFC 3339; left out it is now
 * @param signature {@code SIGNED} or {@code MISSING}; left out it is signed
 * @param choices {@code FOR}, {@code AGAINST} or {@code ABSTAIN} for each motion
 * @since 0.1.0
 */
public record BallotCast(
        @NotBlank @Size(max = 64) String id,
        @NotBlank @Size(max = 64) String unit,
        @Size(max = 64) String voter,
        String channel,
        String receivedAt,
        String signature,
        @NotEmpty @Size(max = 50) Map<String, String> choices)
        implements CommandBody {

    /** What is left out is empty. */
    public BallotCast {
        id = Objects.requireNonNullElse(id, "");
        unit = Objects.requireNonNullElse(unit, "");
        voter = Objects.requireNonNullElse(voter, "");
        channel = Objects.requireNonNullElse(channel, "");
        receivedAt = Objects.requireNonNullElse(receivedAt, "");
        signature = Objects.requireNonNullElse(signature, "");
        choices =
                choices == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(choices)));
    }

    /** The ballot's number alone: how somebody voted is not to be printed. */
    @Override
    public String toString() {
        return "ballot " + id;
    }
}
