package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.example.xinyijia.login.PrivateFolder;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Optional;

/** Sealed keys as files, one for each holder, that only the server's user can read. Thread-safe. */
public final class SealedKeyFiles implements SealedKeyStore {

    private final PrivateFolder folder;

    /**
     * The sealed keys in a folder.
     *
     * @param folder where
     */
    public SealedKeyFiles(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public Optional<SealedKey> find(PersonId holder) {
        return folder.read(file(holder))
                .map(text -> text.split(" ", -1))
                .map(part -> new SealedKey(part[0], part[1], part[2], part[3]));
    }

    @Override
    public void save(PersonId holder, SealedKey key) {
        String text = String.join(" ", key.publicKey(), key.salt(), key.nonce(), key.sealed());
        folder.write(file(holder), text);
    }

    private static String file(PersonId holder) {
        return "sealed-" + holder.value() + ".key";
    }
}
