package io.github.xinyi.rest.answer;

/**
 * Marks what is written as JSON by this adapter, so that a host's other objects are left to the
 * host.
 *
 * @since 0.1.0
 */
public sealed interface Answer
        permits BallotReceived,
                BankCompared,
                BillList,
                Budget,
                BudgetExecuted,
                BudgetState,
                CaseRecords,
                CaseState,
                CaseTimeline,
                CheckpointList,
                CommitteeList,
                CommunityList,
                ConferencePage,
                Consistency,
                Contract,
                DecisionList,
                DisbursementDetail,
                DisbursementPage,
                DisbursementState,
                DisclosedRecord,
                FeeCollection,
                Flows,
                MeetingResult,
                MeetingState,
                Overview,
                OwnUnits,
                Problem,
                ProcedurePage,
                RecordPage,
                RecordProof,
                RosterSummary,
                ServiceState,
                StatementLines,
                StatementList,
                TeamPage,
                TeamRoll {}
