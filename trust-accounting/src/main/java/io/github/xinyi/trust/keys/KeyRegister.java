package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may sign for which side: the credentials that the trust contract names.
 *
 * @param credentials each with its own id
 * @since 0.1.0
 */
public record KeyRegister(List<Credential> credentials) {

    /**
     * Copies the list, and refuses two credentials of one id, one person on both sides, and one key
     * in the hands of two persons: one signature would stand for both.
     */
    public KeyRegister {
        credentials = List.copyOf(credentials);
        Map<PersonId, KeySide> sides = new LinkedHashMap<>();
        Map<String, PersonId> keys = new LinkedHashMap<>();
        Map<CredentialId, Credential> ids = new LinkedHashMap<>();
        for (Credential credential : credentials) {
            if (ids.put(credential.id(), credential) != null) {
                throw new IllegalArgumentException("two credentials are " + credential.id());
            }
            PersonId owner = keys.putIfAbsent(credential.point(), credential.holder());
            if (owner != null && !owner.equals(credential.holder())) {
                throw new IllegalArgumentException(
                        credential.holder() + " and " + owner + " would hold the same key");
            }
            KeySide side = sides.putIfAbsent(credential.holder(), credential.side());
            if (side != null && side != credential.side()) {
                throw new IllegalArgumentException(
                        credential.holder() + " would hold keys of both sides");
            }
        }
    }

    /**
     * The register in one digest: the SHA-256 over all credentials in their order, under the domain
     * {@code xinyi/key-register/v1}.
     *
     * @return 32 bytes; a change of any credential is another digest
     */
    public Hash digest() {
        CanonicalBytes bytes = new CanonicalBytes("xinyi/key-register/v1").u32(credentials.size());
        for (Credential credential : credentials) {
            bytes.text(credential.id().value())
                    .text(credential.holder().value())
                    .text(credential.side().name())
                    .text(credential.publicKey())
                    .text(credential.validFrom().toString())
                    .text(credential.validUntil().toString());
        }
        return Hash.of(bytes.sha256());
    }

    /**
     * A credential by its name.
     *
     * @param id its name
     * @return empty if the register has none
     */
    public Optional<Credential> find(CredentialId id) {
        return credentials.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
