package io.github.xinyi.trust.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the known witnesses must have cosigned a checkpoint before a reader takes it, for
 * example two of three.
 *
 * <p>A witness counts once however often it signed; a wrong signature of its key counts as none.
 * Without witnesses a log can show different readers different books, and only a comparison of what
 * they keep finds it out. Throws {@link IllegalArgumentException} unless {@code 0 <= needed <=}
 * number of witnesses, and for two witnesses of one verifier key.
 *
 * @param needed the least number
 * @param known the witnesses whose word counts
 * @since 0.1.0
 */
public record WitnessQuorum(int needed, List<CosignatureVerifier> known) {

    /** Copies the list and checks the number. */
    public WitnessQuorum {
        known = List.copyOf(known);
        if (needed < 0 || needed > known.size()) {
            throw new IllegalArgumentException(needed + " of " + known.size() + " witnesses");
        }
        Set<String> keys = new HashSet<>();
        for (CosignatureVerifier witness : known) {
            String vkey = witness.toVerifierKey();
            if (!keys.add(vkey.substring(vkey.lastIndexOf('+')))) {
                throw new IllegalArgumentException("the same key twice: " + vkey);
            }
        }
    }

    /**
     * The witnesses that cosigned.
     *
     * @param note a checkpoint, whose own signature is checked elsewhere
     * @return their names, in the order of {@link #known}
     */
    public List<String> witnessesOf(SignedNote note) {
        return known.stream()
                .filter(witness -> witness.verify(note).isValid())
                .map(CosignatureVerifier::name)
                .toList();
    }

    /**
     * Whether enough of them cosigned.
     *
     * @param note a checkpoint
     * @return true if at least {@link #needed} did
     */
    public boolean isMet(SignedNote note) {
        return witnessesOf(note).size() >= needed;
    }
}
