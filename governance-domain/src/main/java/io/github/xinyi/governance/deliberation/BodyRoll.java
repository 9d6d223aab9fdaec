package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who of a body should come, came and agreed, one by one, for example the five members of a
 * committee of whom four came and three agreed. It counts them, and stays with who keeps the
 * minutes: a procedure has the {@link #count} and, as the list of those present (签到表), the {@link
 * #digest}. So whoever is shown the roll can count again, and nobody reads out of a procedure that
 * owners can read who belongs to the Party (Personal Information Protection Law art. 6, our
 * reading).
 *
 * @param due who should come (应到), at most {@link BodyCount#MAX_MEMBERS}
 * @param present who came (实到)
 * @param consenting who agreed
 * @param salt what keeps names from being guessed out of the digest: {@link #SALT_LENGTH}
 *     lower-case hexadecimal digits from the host's own source of random bytes, kept with the roll
 *     and used for no other
 * @since 0.1.0
 */
public record BodyRoll(
        SortedSet<PersonId> due,
        SortedSet<PersonId> present,
        SortedSet<PersonId> consenting,
        String salt) {

    /** The length of a salt, in hexadecimal digits: 128 bits. */
    public static final int SALT_LENGTH = 32;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException where {@link #of} would refuse them, or the salt is none
     */
    public BodyRoll {
        due = Collections.unmodifiableSortedSet(new TreeSet<>(due));
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
        consenting = Collections.unmodifiableSortedSet(new TreeSet<>(consenting));
        if (!salt.matches("[0-9a-f]{" + SALT_LENGTH + "}")) {
            throw new IllegalArgumentException("a salt of " + salt.length() + " characters");
        }
        Ruling ruling = check(due, present, consenting);
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("not a roll: " + ruling.notMet());
        }
    }

    /**
     * A roll as the minutes have it, for example of a session of a committee: its members, those
     * attending, and those who signed the item.
     *
     * @param due who should come
     * @param present who came
     * @param consenting who agreed
     * @param salt {@link #SALT_LENGTH} lower-case hexadecimal digits
     * @return the roll; refused with every reason: too many members, somebody who came and should
     *     not have, somebody who agreed and did not come
     * @throws IllegalArgumentException if the salt is none
     */
    public static Outcome<BodyRoll> of(
            Set<PersonId> due, Set<PersonId> present, Set<PersonId> consenting, String salt) {
        Ruling ruling = check(due, present, consenting);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new BodyRoll(
                                new TreeSet<>(due),
                                new TreeSet<>(present),
                                new TreeSet<>(consenting),
                                salt))
                : Outcome.refused(ruling);
    }

    private static Ruling check(
            Set<PersonId> due, Set<PersonId> present, Set<PersonId> consenting) {
        return Ruling.of(
                RuleCheck.of(
                        ProcedureRule.ROLL_SIZE,
                        due.size() <= BodyCount.MAX_MEMBERS,
                        "due",
                        due.size(),
                        "limit",
                        BodyCount.MAX_MEMBERS),
                within(ProcedureRule.ROLL_PRESENT, present, due),
                within(ProcedureRule.ROLL_CONSENTING, consenting, present));
    }

    private static RuleCheck within(ProcedureRule rule, Set<PersonId> some, Set<PersonId> all) {
        SortedSet<PersonId> others = new TreeSet<>(some);
        others.removeAll(all);
        return RuleCheck.of(rule, others.isEmpty(), "persons", others);
    }

    /**
     * How many they are.
     *
     * @return each person once
     */
    public BodyCount count() {
        return new BodyCount(due.size(), present.size(), consenting.size());
    }

    /**
     * What binds a step to this very roll.
     *
     * @return the SHA-256, in 64 lower-case hexadecimal digits, of {@code xinyi-roll-1}, the salt,
     *     and a line for each who should come, by name, with whether he came and agreed
     */
    public String digest() {
        StringBuilder text = new StringBuilder("xinyi-roll-1\n").append(salt).append('\n');
        for (PersonId person : due) {
            text.append(person.value())
                    .append(present.contains(person) ? " 1" : " 0")
                    .append(consenting.contains(person) ? " 1\n" : " 0\n");
        }
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The report of a step that was counted from this roll; it brings the list of those present.
     *
     * @param actor the body, as the pattern names it
     * @param others the other papers, such as the minutes
     * @param reporter who reports
     * @return with the count and the digest of the roll
     */
    public StageReport report(String actor, List<Paper> others, PersonId reporter) {
        List<Paper> papers =
                Stream.concat(others.stream(), Stream.of(attendance())).distinct().toList();
        return new StageReport(actor, papers, count(), reporter);
    }

    /**
     * Whether a step that was recorded was counted from this roll.
     *
     * @param report as a procedure recorded it
     * @return true if count and list of those present are those of the roll
     */
    public boolean isBehind(StageReport report) {
        return report.count().equals(count()) && report.papers().contains(attendance());
    }

    private Paper attendance() {
        return new Paper(Paper.Kind.ATTENDANCE, digest());
    }

    /** For example {@code 3 of 4 of 5}, and no names. */
    @Override
    public String toString() {
        return consenting.size() + " of " + present.size() + " of " + due.size();
    }
}
