package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.example.xinyijia.login.Account;
import io.github.xinyi.example.xinyijia.login.AccountStore;
import io.github.xinyi.example.xinyijia.login.Passwords;
import io.github.xinyi.example.xinyijia.login.PrivateFolder;
import io.github.xinyi.example.xinyijia.login.Role;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people of the small community, each with a random password of its own; those who hold a key
 * have a second one. No password is in the program, in its log or in the database.
 */
final class DemoLogins {

    /** Where the passwords of the demonstration are told, once, to whoever runs the server. */
    static final String FILE = "demo-logins.txt";

    /** One of them; without a side a person holds no key. */
    private record Person(
            String name, String person, String unit, Set<Role> roles, Optional<KeySide> side) {}

    private static final List<Person> PEOPLE =
            List.of(
                    new Person("owner", "owner-1-101", "1-101", Set.of(Role.OWNER), none()),
                    new Person("neighbour", "owner-3-108", "3-108", Set.of(Role.OWNER), none()),
                    new Person("payer", "owner-3-107", "3-107", Set.of(Role.OWNER), none()),
                    new Person(
                            "chair",
                            "owner-1-102",
                            "1-102",
                            Set.of(Role.OWNER, Role.COMMITTEE),
                            Optional.of(KeySide.OWNER_BODY)),
                    new Person(
                            "member",
                            "owner-2-101",
                            "2-101",
                            Set.of(Role.OWNER, Role.COMMITTEE),
                            Optional.of(KeySide.OWNER_BODY)),
                    new Person(
                            "steward",
                            "S-1",
                            "",
                            Set.of(Role.STEWARD),
                            Optional.of(KeySide.TRUSTEE)),
                    new Person(
                            "accountant",
                            "S-2",
                            "",
                            Set.of(Role.STEWARD),
                            Optional.of(KeySide.TRUSTEE)),
                    new Person(
                            "officer",
                            Founding.GRID_OFFICER.value(),
                            "",
                            Set.of(Role.COMMUNITY_OFFICER),
                            none()),
                    new Person("auditor", "A-1", "", Set.of(Role.AUDITOR), none()));

    private static final int PASSWORD_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore accounts;
    private final KeyVault vault;
    private final PrivateFolder folder;

    DemoLogins(AccountStore accounts, KeyVault vault, PrivateFolder folder) {
        this.accounts = accounts;
        this.vault = vault;
        this.folder = folder;
    }

    private static Optional<KeySide> none() {
        return Optional.empty();
    }

    /**
     * Makes all of them anew, and says their passwords in a file that only the server's user reads.
     *
     * @return the register of the keys that their holders can unlock
     */
    KeyRegister make(CommunityId community, Instant validFrom) {
        List<Credential> credentials = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Person person : PEOPLE) {
            String password = random();
            PersonId id = PersonId.of(person.person());
            accounts.save(
                    new Account(
                            person.name(),
                            community,
                            id,
                            person.unit(),
                            person.roles(),
                            Passwords.hash(password.toCharArray())));
            String second = "";
            if (person.side().isPresent()) {
                KeySide side = person.side().get();
                second = random();
                long number = credentials.stream().filter(c -> c.side() == side).count() + 1;
                credentials.add(
                        Credential.of(
                                new CredentialId(side.name().replace('_', '-') + "-" + number),
                                id,
                                side,
                                vault.make(id, second.toCharArray()),
                                validFrom));
            }
            told.add((person.name() + " " + password + " " + second).strip());
        }
        folder.write(FILE, String.join("\n", told) + "\n");
        return new KeyRegister(credentials);
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
