package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of what was proposed or agreed in a mediation, by which a case knows one mediation
 * from another, for example {@code 9f86d081…}. It shows neither persons nor texts; whoever has them
 * can compute it again.
 *
 * @param value 64 digits of lower-case hexadecimal; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record MediationDigest(String value) {

    /** Checks the form. */
    public MediationDigest {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value.length());
        }
    }

    static MediationDigest of(MediationProposed proposed) {
        Canonical text = new Canonical("xinyi-mediation-proposal-1");
        text.add(proposed.community(), proposed.caseId(), proposed.round(), proposed.origin());
        text.add(proposed.occurredAt(), proposed.parties().size());
        proposed.parties().forEach(text::add);
        return text.sha256();
    }

    static MediationDigest of(
            MediationProposed proposed, LocalDate effectiveOn, List<AgreementDuty> duties) {
        Canonical text = new Canonical("xinyi-mediation-agreement-1");
        text.add(of(proposed), effectiveOn, duties.size());
        duties.forEach(duty -> text.add(duty.party(), duty.content(), duty.dueOn()));
        return text.sha256();
    }

    /** Every field with its length, so that no two contents have one text. */
    private static final class Canonical {

        private final StringBuilder text;

        Canonical(String version) {
            text = new StringBuilder(version);
        }

        void add(Object... fields) {
            for (Object field : fields) {
                String value = field.toString();
                text.append('\n').append(value.length()).append(':').append(value);
            }
        }

        MediationDigest sha256() {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.toString().getBytes(StandardCharsets.UTF_8));
                return new MediationDigest(HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
