package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A change of the key register, with the two signatures that let it happen; kept in a stream of its
 * own by an {@code EventStore}.
 *
 * @param community whose money
 * @param occurredAt when it took effect
 * @param order what was signed
 * @param approvals by whom, exactly two
 * @since 0.1.0
 */
public record KeysChanged(
        CommunityId community, Instant occurredAt, KeyChangeOrder order, List<Signed> approvals)
        implements DomainEvent {

    /**
     * A signature as it is kept.
     *
     * @param credential the key used
     * @param signature 64 bytes as lower-case hexadecimal digits
     * @param signedAt when it was handed in
     */
    public record Signed(CredentialId credential, String signature, Instant signedAt) {

        /** Refuses what is no signature. */
        public Signed {
            if (!signature.matches("[0-9a-f]{128}")) {
                throw new IllegalArgumentException("not a signature of " + credential);
            }
        }

        static Signed of(Approval approval) {
            return new Signed(
                    approval.credential(),
                    HexFormat.of().formatHex(approval.signature()),
                    approval.signedAt());
        }

        Approval approval() {
            return Approval.of(credential, HexFormat.of().parseHex(signature), signedAt);
        }
    }

    /** Copies the approvals. */
    public KeysChanged {
        approvals = List.copyOf(approvals);
    }

    List<Approval> given() {
        return approvals.stream().map(Signed::approval).toList();
    }
}
