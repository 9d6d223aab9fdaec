package io.github.xinyi.rest.request;

/**
 * Marks what this adapter reads, so that a host's other bodies are left to the host.
 *
 * @since 0.1.0
 */
public sealed interface CommandBody
        permits ApprovalGiven,
                BallotCast,
                BudgetAdoptedBy,
                BudgetDrafted,
                CaseFoundIn,
                CaseStepTaken,
                MeetingCalled,
                PaymentAsked,
                ResultAsked,
                RosterImported,
                StatementsCompared {}
