package io.github.xinyi.example.xinyijia.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.example.xinyijia.login.Session;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.contract.OwnersDecision;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/**
 * What committee and steward need beside the library's own operations to adopt a budget and to
 * compare the bank's statement: the owners' decision with its papers, and what the simulated bank
 * says. Thread-safe.
 */
@Path("/desk/{community: chunhuili}")
public final class BudgetAndBankResource {

    private static final String CSV = "text/csv;charset=utf-8";

    private final DeskCommunity community;

    /**
     * The budgets and the bank of a community.
     *
     * @param community the community
     */
    public BudgetAndBankResource(DeskCommunity community) {
        this.community = community;
    }

    /**
     * This year, and the next with the decision and the policy of its budget.
     *
     * @param request the request
     * @return years, decision, policy, and what the holder of the session may do
     */
    @GET
    @Path("budget")
    @Needs(Permission.READ_DESK)
    public Response budget(@Context ContainerRequestContext request) {
        Session session = Gate.mustBeSession(request);
        NextBudget next = community.nextBudget();
        ObjectNode json =
                Answers.object()
                        .put("today", today().toString())
                        .put("year", community.budget().content().year())
                        .put("nextYear", next.year())
                        .put("isOpen", community.trusteeship().year(next.year()).isPresent())
                        .put("mayDraft", session.may(Operation.DRAFT_BUDGET))
                        .put("mayAdopt", session.may(Operation.ADOPT_BUDGET));
        OwnersDecision decision = next.decision();
        json.putObject("decision")
                .put("provenance", decision.provenance().name())
                .put("reference", decision.reference())
                .put("title", next.title())
                .put("adoptedDate", decision.adoptedOn().toString());
        BudgetPolicy policy = next.policy();
        json.putObject("policy")
                .put("delegation", policy.delegation().name())
                .put("bodyTier", policy.bodyTier().toString())
                .put("contingencyMinor", policy.contingencyMinor())
                .put("emergencyDays", policy.emergencyDays())
                .put("surplus", policy.surplus().name())
                .put("deficit", policy.deficit().name());
        return Answers.personal(json).build();
    }

    /**
     * The table of the budget that the owners decided on.
     *
     * @return a file to be sent as it is, or to see what an altered one is refused for
     */
    @GET
    @Path("budget/table.csv")
    @Needs(Permission.READ_DESK)
    public Response table() {
        NextBudget next = community.nextBudget();
        return file("budget-" + next.year() + ".csv", next.table());
    }

    /**
     * The statement of the simulated bank, from the opening of the book until today.
     *
     * @return a file to be compared
     */
    @GET
    @Path("bank/statement.csv")
    @Needs(Permission.READ_BANK_STATEMENT)
    public Response statement() {
        return file(
                "bank-" + today() + ".csv",
                SimulatedBank.statement(community.trusteeship().book(), today()));
    }

    private static Response file(String name, List<String> lines) {
        return Response.ok(String.join("\r\n", lines) + "\r\n", CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(community.clock().instant(), Meeting.ZONE);
    }
}
