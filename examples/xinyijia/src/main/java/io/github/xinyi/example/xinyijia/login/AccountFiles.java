package io.github.xinyi.example.xinyijia.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Accounts as files that only the server's user can read. Thread-safe. */
public final class AccountFiles implements AccountStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrivateFolder folder;

    /**
     * The accounts in a folder.
     *
     * @param folder where
     */
    public AccountFiles(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Account> find(String name) {
        return Account.isName(name)
                ? folder.read(file(name)).map(text -> account(name, text))
                : Optional.empty();
    }

    @Override
    public void save(Account account) {
        ObjectNode json = JSON.createObjectNode();
        json.put("community", account.community().value())
                .put("person", account.person().value())
                .put("unit", account.unit())
                .put("passwordHash", account.passwordHash());
        account.roles().stream().sorted().map(Role::name).forEach(json.putArray("roles")::add);
        folder.write(file(account.name()), json.toString());
    }

    private static String file(String name) {
        return "account-" + name + ".json";
    }

    private static Account account(String name, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Set<Role> roles = EnumSet.noneOf(Role.class);
            json.path("roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
            return new Account(
                    name,
                    CommunityId.of(json.path("community").asText()),
                    PersonId.of(json.path("person").asText()),
                    json.path("unit").asText(),
                    roles,
                    json.path("passwordHash").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the account " + name + " can not be read", e);
        }
    }
}
