package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.BudgetDesk;
import io.github.xinyi.rest.disclosure.Tables;
import io.github.xinyi.rest.request.BudgetAdoptedBy;
import io.github.xinyi.rest.request.BudgetDrafted;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Budgets of a community: drafted, adopted and executed. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}/budgets")
@Produces(MediaType.APPLICATION_JSON)
public final class BudgetResource {

    private final BudgetDesk budgets;
    private final Writes writes;

    BudgetResource(BudgetDesk budgets, Writes writes) {
        this.budgets = budgets;
        this.writes = writes;
    }

    /**
     * Checks a budget that is to be put to the owners, and keeps nothing; a table with any fault is
     * refused with every fault, each with its line and column.
     *
     * @param in the community and what the request brings
     * @param drafted the table, and the policy that is to be decided with it
     * @return the draft with the digests that the motion must carry
     */
    @POST
    @Performs(Operation.DRAFT_BUDGET)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draft(@BeanParam InCommunity in, @Nullable BudgetDrafted drafted) {
        return writes.of(in)
                .write(drafted, "", (body, command, language) -> budgets.draft(command, body));
    }

    /**
     * A budget as it is kept, and by what it was adopted.
     *
     * @param in the community and what the request brings
     * @param year the calendar year
     * @return the budget; its entity tag is its version
     */
    @GET
    @Path("{year}")
    @Performs(Operation.READ_DRAFT)
    public Response read(@BeanParam InCommunity in, @PathParam("year") String year) {
        return in.exchange().answer(language -> budgets.read(in.community(), year));
    }

    /**
     * Keeps a budget and opens it to be spent, by what the owners decided.
     *
     * @param in the community and what the request brings
     * @param by the decision, and the budget and policy that were decided
     * @return the budget as it is kept
     */
    @POST
    @Path("adoptions")
    @Performs(Operation.ADOPT_BUDGET)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response adopt(@BeanParam InCommunity in, @Nullable BudgetAdoptedBy by) {
        return writes.of(in)
                .write(by, "", (body, command, language) -> budgets.adopt(command, body));
    }

    /**
     * How the budget of a year is executed now.
     *
     * @param in the community and what the request brings
     * @param year the calendar year
     * @return what each line may come to, and what is promised, spent and left
     */
    @GET
    @Path("{year}/execution")
    @Performs(Operation.READ_EXECUTION)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response execution(@BeanParam InCommunity in, @PathParam("year") String year) {
        return in.exchange()
                .answer(
                        language -> budgets.execution(in.community(), year),
                        Spread.of("execution", Tables::execution));
    }
}
