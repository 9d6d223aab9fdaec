package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.BankDesk;
import io.github.xinyi.rest.request.StatementsCompared;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The bank's statements against the book. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
public final class BankResource {

    private final BankDesk bank;
    private final Writes writes;

    BankResource(BankDesk bank, Writes writes) {
        this.bank = bank;
        this.writes = writes;
    }

    /**
     * Compares statements of the bank with the book; nothing is posted, and nothing of them is kept
     * but this answer for its key. A file with any fault is refused with every fault.
     *
     * @param in the community and what the request brings
     * @param compared the statements, as tables or as camt.053
     * @return matches, differences, what the bank did by itself, and the explained share
     */
    @POST
    @Performs(Operation.COMPARE_BANK)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response compare(@BeanParam InCommunity in, @Nullable StatementsCompared compared) {
        return writes.of(in)
                .write(compared, "", (body, command, language) -> bank.compare(command, body));
    }
}
