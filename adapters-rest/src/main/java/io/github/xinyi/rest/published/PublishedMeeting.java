package io.github.xinyi.rest.published;

import io.github.xinyi.governance.voting.TallyResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An owners' meeting whose outcome is published, for example 2024年第一次业主大会会议. Immutable.
 *
 * <p>Keep it: its ballots are counted when it is made.
 *
 * @since 0.1.0
 */
public final class PublishedMeeting {

    /** The beginning of a ballot's line in the canonical text of a tally. */
    private static final String BALLOT_LINE = "ballot\t";

    private final String title;
    private final TallyResult tally;
    private final long ballotsReceived;
    private final String digest;

    private PublishedMeeting(String title, TallyResult tally, String canonicalText) {
        this.title = title;
        this.tally = tally;
        this.ballotsReceived =
                canonicalText.lines().filter(line -> line.startsWith(BALLOT_LINE)).count();
        this.digest = sha256(title + '\n' + canonicalText);
    }

    /**
     * A meeting and its outcome.
     *
     * @param title as announced
     * @param tally what was counted
     * @return the meeting
     */
    public static PublishedMeeting of(String title, TallyResult tally) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a meeting needs a title");
        }
        return new PublishedMeeting(title, tally, tally.canonicalText());
    }

    /**
     * The title.
     *
     * @return as announced
     */
    public String title() {
        return title;
    }

    /**
     * The outcome.
     *
     * @return what was counted
     */
    public TallyResult tally() {
        return tally;
    }

    /**
     * How many ballots came in, counted or not.
     *
     * @return at least zero
     */
    public long ballotsReceived() {
        return ballotsReceived;
    }

    /**
     * What changes when anything of the meeting does.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
