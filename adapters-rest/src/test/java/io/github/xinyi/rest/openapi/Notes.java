package io.github.xinyi.rest.openapi;

import io.github.xinyi.rest.BankResource;
import io.github.xinyi.rest.BillResource;
import io.github.xinyi.rest.BudgetResource;
import io.github.xinyi.rest.CaseResource;
import io.github.xinyi.rest.CommunityResource;
import io.github.xinyi.rest.ContractResource;
import io.github.xinyi.rest.DisbursementResource;
import io.github.xinyi.rest.FeedResource;
import io.github.xinyi.rest.FundResource;
import io.github.xinyi.rest.GovernanceResource;
import io.github.xinyi.rest.JournalResource;
import io.github.xinyi.rest.LogResource;
import io.github.xinyi.rest.MeetingResource;
import io.github.xinyi.rest.RecordResource;
import io.github.xinyi.rest.RosterResource;
import io.github.xinyi.rest.ServiceResource;
import io.github.xinyi.rest.StatementResource;
import io.github.xinyi.rest.TeamResource;
import io.github.xinyi.rest.VoucherResource;
import io.github.xinyi.rest.answer.BallotReceived;
import io.github.xinyi.rest.answer.BankCompared;
import io.github.xinyi.rest.answer.BillList;
import io.github.xinyi.rest.answer.Budget;
import io.github.xinyi.rest.answer.BudgetExecuted;
import io.github.xinyi.rest.answer.BudgetState;
import io.github.xinyi.rest.answer.CaseRecords;
import io.github.xinyi.rest.answer.CaseState;
import io.github.xinyi.rest.answer.CaseTimeline;
import io.github.xinyi.rest.answer.CheckpointList;
import io.github.xinyi.rest.answer.CommitteeList;
import io.github.xinyi.rest.answer.CommunityList;
import io.github.xinyi.rest.answer.ConferencePage;
import io.github.xinyi.rest.answer.Consistency;
import io.github.xinyi.rest.answer.Contract;
import io.github.xinyi.rest.answer.DecisionList;
import io.github.xinyi.rest.answer.DisbursementDetail;
import io.github.xinyi.rest.answer.DisbursementPage;
import io.github.xinyi.rest.answer.DisbursementState;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.answer.FeeCollection;
import io.github.xinyi.rest.answer.Flows;
import io.github.xinyi.rest.answer.MeetingResult;
import io.github.xinyi.rest.answer.MeetingState;
import io.github.xinyi.rest.answer.Overview;
import io.github.xinyi.rest.answer.OwnUnits;
import io.github.xinyi.rest.answer.ProcedurePage;
import io.github.xinyi.rest.answer.RecordPage;
import io.github.xinyi.rest.answer.RecordProof;
import io.github.xinyi.rest.answer.RosterSummary;
import io.github.xinyi.rest.answer.ServiceState;
import io.github.xinyi.rest.answer.StatementLines;
import io.github.xinyi.rest.answer.StatementList;
import io.github.xinyi.rest.answer.TeamPage;
import io.github.xinyi.rest.answer.TeamRoll;
import java.util.List;
import java.util.Map;

/**
 * What neither annotations nor javadoc say of an operation: what it answers with, its example, and
 * statuses that are its own. A new operation gets a line here.
 */
final class Notes {

    /**
     * An operation's line.
     *
     * @param resource its class
     * @param method its method
     * @param answer the record that it answers with; {@code String} for text, {@code CharSequence}
     *     for text that is never the same, {@code byte[]} for a file
     * @param example values of parameters that the example has and need not have
     * @param alsoAnswers further statuses
     */
    record Note(
            Class<?> resource,
            String method,
            Class<?> answer,
            Map<String, String> example,
            List<Integer> alsoAnswers) {

        Note example(String name, String value) {
            return new Note(resource, method, answer, Map.of(name, value), alsoAnswers);
        }

        Note also(Integer... statuses) {
            return new Note(resource, method, answer, example, List.of(statuses));
        }
    }

    private static final List<Note> ALL =
            List.of(
                    note(CommunityResource.class, "list", CommunityList.class),
                    note(FundResource.class, "overview", Overview.class).also(503),
                    note(FundResource.class, "budget", Budget.class),
                    note(FundResource.class, "flows", Flows.class),
                    note(FundResource.class, "collection", FeeCollection.class),
                    note(FundResource.class, "decisions", DecisionList.class),
                    note(StatementResource.class, "list", StatementList.class),
                    note(StatementResource.class, "one", StatementLines.class).also(503),
                    note(JournalResource.class, "whole", String.class),
                    note(RecordResource.class, "list", RecordPage.class).example("limit", "2"),
                    note(RecordResource.class, "one", DisclosedRecord.class),
                    note(RecordResource.class, "proof", RecordProof.class),
                    note(LogResource.class, "consistency", Consistency.class),
                    note(LogResource.class, "checkpoints", CheckpointList.class)
                            .example("limit", "1"),
                    note(LogResource.class, "latest", String.class),
                    note(DisbursementResource.class, "list", DisbursementPage.class)
                            .example("limit", "2"),
                    note(DisbursementResource.class, "one", DisbursementDetail.class),
                    note(DisbursementResource.class, "request", DisbursementState.class),
                    note(DisbursementResource.class, "approve", DisbursementState.class)
                            .example("id", "E0102"),
                    note(ContractResource.class, "read", Contract.class),
                    note(BankResource.class, "compare", BankCompared.class),
                    note(BudgetResource.class, "draft", BudgetState.class),
                    note(BudgetResource.class, "read", BudgetState.class),
                    note(BudgetResource.class, "adopt", BudgetState.class),
                    note(BudgetResource.class, "execution", BudgetExecuted.class),
                    note(BillResource.class, "own", BillList.class),
                    note(BillResource.class, "ofUnit", BillList.class),
                    note(FeedResource.class, "follow", String.class).example("after", "30"),
                    note(ServiceResource.class, "health", ServiceState.class),
                    note(ServiceResource.class, "readiness", ServiceState.class).also(503),
                    note(ServiceResource.class, "metrics", CharSequence.class),
                    note(RosterResource.class, "freeze", RosterSummary.class),
                    note(RosterResource.class, "read", RosterSummary.class),
                    note(RosterResource.class, "own", OwnUnits.class),
                    note(GovernanceResource.class, "committees", CommitteeList.class),
                    note(GovernanceResource.class, "procedures", ProcedurePage.class),
                    note(GovernanceResource.class, "conferences", ConferencePage.class),
                    note(TeamResource.class, "teams", TeamPage.class).example("limit", "1"),
                    note(TeamResource.class, "roll", TeamRoll.class),
                    note(MeetingResource.class, "call", MeetingState.class),
                    note(MeetingResource.class, "read", MeetingState.class),
                    note(MeetingResource.class, "add", BallotReceived.class),
                    note(MeetingResource.class, "count", MeetingResult.class),
                    note(MeetingResource.class, "result", MeetingResult.class),
                    note(CaseResource.class, "find", CaseState.class).also(412),
                    note(CaseResource.class, "step", CaseState.class).also(412, 428),
                    note(CaseResource.class, "timeline", CaseTimeline.class),
                    note(CaseResource.class, "record", CaseRecords.class),
                    note(VoucherResource.class, "file", byte[].class));

    private Notes() {}

    private static Note note(Class<?> resource, String method, Class<?> answer) {
        return new Note(resource, method, answer, Map.of(), List.of());
    }

    static Note of(Operation operation) {
        return ALL.stream()
                .filter(note -> note.resource() == operation.method().getDeclaringClass())
                .filter(note -> note.method().equals(operation.method().getName()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Notes.ALL has no line for "
                                                + operation.id()
                                                + ": say what it answers with"));
    }
}
