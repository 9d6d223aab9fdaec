package io.github.xinyi.rest.answer;

/**
 * Marks what is written as JSON by this adapter, so that a host's other objects are left to the
 * host.
 *
 * @since 0.1.0
 */
public sealed interface Answer
        permits Budget,
                CheckpointList,
                CommunityList,
                Consistency,
                DecisionList,
                DisbursementDetail,
                DisbursementPage,
                DisclosedRecord,
                FeeCollection,
                Flows,
                Overview,
                Problem,
                RecordPage,
                RecordProof {}
