package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.governance.voting.VoteClass;
import io.github.xinyi.rest.answer.BankCompared;
import io.github.xinyi.rest.answer.BudgetState;
import io.github.xinyi.rest.answer.CommitteeList;
import io.github.xinyi.rest.answer.ConferencePage;
import io.github.xinyi.rest.answer.DecisionList;
import io.github.xinyi.rest.answer.DisbursementDetail;
import io.github.xinyi.rest.answer.DisbursementPage;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.answer.Flows;
import io.github.xinyi.rest.answer.Overview;
import io.github.xinyi.rest.answer.OwnUnits;
import io.github.xinyi.rest.answer.ProcedurePage;
import io.github.xinyi.rest.answer.StatementLines;
import io.github.xinyi.rest.answer.TeamRoll;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.reconciliation.BankDifference;
import io.github.xinyi.trust.reconciliation.MatchStatus;
import io.github.xinyi.trust.statement.StatementLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the type of a member does not say: the form of a text by its name, and the codes it takes.
 */
final class Members {

    /**
     * Codes of which more may come (docs/stability.md): clients pass over the unknown; our tests
     * refuse it.
     */
    static final String OPEN_CODES = "x-extensible-enum";

    static final String MOMENT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";
    static final String HASH = "^[0-9a-f]{64}$";

    /**
     * Codes of a member.
     *
     * @param values in order
     * @param isClosed whether there will never be another
     */
    record Codes(List<String> values, boolean isClosed) {}

    /** A form that texts of a name have wherever they stand. */
    private record Form(String names, String format, String pattern) {}

    private static final List<Form> FORMS =
            List.of(
                    new Form("asOf|.*At", "date-time", MOMENT),
                    new Form("date|day|start|end|through|.*Date|.*Inclusive", "date", ""),
                    new Form("month", "", "^[0-9]{4}-(0[1-9]|1[0-2])(-01)?$"),
                    new Form(
                            "leaf|commitment|digest|document|policyDocument|orderDigest|sha256|.*Sha256|narrativeSalt"
                                + "|narrativeCommitment",
                            "",
                            HASH),
                    new Form("currency", "", "^[A-Z]{3}$"),
                    new Form("ratio|explained", "", "^[0-9]+(/[1-9][0-9]*)?$"),
                    new Form("instance|type", "uri", ""),
                    new Form("href", "uri-reference", ""),
                    new Form("signature|publicKey", "", "^[A-Za-z0-9+/]+=*$"));

    /** Counts, places and sizes, which are never below zero. */
    private static final String NATURAL =
            "index|size|logSize|.*Index|.*Size|count|.*Count|entries|units|minUnits|batches|received"
                + "|effective|.*Lines|next|inBatch";

    private static final Codes KINDS_OF_ENTRIES = open(EntryKind.values());
    private static final Codes SIDES = closed("D", "C");

    /** A part of a surplus is a household's, but of orders from before it named its unit. */
    private static final Codes KINDS_OF_OUTFLOWS =
            new Codes(
                    Arrays.stream(OutflowKind.values())
                            .filter(
                                    kind ->
                                            !kind.isHouseholds()
                                                    || kind == OutflowKind.SURPLUS_DISTRIBUTION)
                            .map(Enum::name)
                            .toList(),
                    false);

    private static final Codes COURSE_OF_OUTFLOWS = open(Disbursement.Status.values());

    private static final Map<Class<?>, Map<String, Codes>> CODES =
            Map.ofEntries(
                    Map.entry(
                            DisclosedRecord.OpenEntry.class,
                            Map.of("visibility", closed("OPEN"), "kind", KINDS_OF_ENTRIES)),
                    Map.entry(
                            DisclosedRecord.HouseholdEntry.class,
                            Map.of("visibility", closed("HOUSEHOLD"), "kind", KINDS_OF_ENTRIES)),
                    Map.entry(
                            DisclosedRecord.BatchOfHouseholds.class,
                            Map.of("visibility", closed("BATCH"), "kind", KINDS_OF_ENTRIES)),
                    Map.entry(
                            DisclosedRecord.EndOfPeriod.class,
                            Map.of("visibility", closed("CLOSE"), "kind", closed("PERIOD"))),
                    Map.entry(
                            DisclosedRecord.ChangedAccount.class,
                            Map.of(
                                    "visibility",
                                    closed("ACCOUNT"),
                                    "kind",
                                    open(AccountChange.Kind.values()))),
                    Map.entry(DisclosedRecord.Line.class, Map.of("side", SIDES)),
                    Map.entry(DisclosedRecord.Total.class, Map.of("side", SIDES)),
                    Map.entry(DisclosedRecord.Sums.class, Map.of("kind", KINDS_OF_ENTRIES)),
                    Map.entry(
                            DisclosedRecord.AccountOfBook.class,
                            Map.of("type", open(AccountType.values()))),
                    Map.entry(BankCompared.class, Map.of("status", open(MatchStatus.values()))),
                    Map.entry(
                            BankCompared.Difference.class,
                            Map.of("kind", open(BankDifference.Kind.values()))),
                    Map.entry(
                            BankCompared.Proposal.class,
                            Map.of(
                                    "kind",
                                    new Codes(List.of("FEE", "INTEREST", "RETURNED"), false))),
                    Map.entry(
                            BudgetState.Decision.class,
                            Map.of("provenance", open(OwnersDecision.Provenance.values()))),
                    Map.entry(
                            TeamRoll.Member.class,
                            Map.of("capacity", open(Assignment.Capacity.values()))),
                    Map.entry(
                            CommitteeList.Item.class,
                            Map.of(
                                    "kind",
                                    open(GoverningBody.Kind.values()),
                                    "state",
                                    open(Presence.State.values()))),
                    Map.entry(
                            ProcedurePage.Item.class,
                            Map.of(
                                    "matter",
                                    open(Matter.values()),
                                    "status",
                                    open(Procedure.Status.values()))),
                    Map.entry(
                            ConferencePage.Item.class,
                            Map.of("stage", open(Sitting.Stage.values()))),
                    Map.entry(
                            OwnUnits.Item.class,
                            Map.of(
                                    "use",
                                    open(UnitUse.values()),
                                    "evidence",
                                    open(AreaEvidence.values()),
                                    "status",
                                    open(DeliveryStatus.values()))),
                    Map.entry(
                            StatementLines.Line.class,
                            Map.of("relation", open(StatementLine.Relation.values()))),
                    Map.entry(Flows.Account.class, Map.of("type", closed("INCOME", "EXPENSE"))),
                    Map.entry(
                            Overview.Contract.class,
                            Map.of("base", open(RemunerationBase.values()))),
                    Map.entry(
                            DisbursementPage.Item.class,
                            Map.of("kind", KINDS_OF_OUTFLOWS, "status", COURSE_OF_OUTFLOWS)),
                    Map.entry(
                            DisbursementDetail.class,
                            Map.of("kind", KINDS_OF_OUTFLOWS, "status", COURSE_OF_OUTFLOWS)),
                    Map.entry(
                            DisbursementDetail.Voucher.class,
                            Map.of("kind", open(Voucher.Kind.values()))),
                    Map.entry(
                            DisbursementDetail.Approval.class,
                            Map.of("side", open(KeySide.values()))),
                    Map.entry(
                            DecisionList.Decision.class,
                            Map.of(
                                    "voteClass",
                                    open(VoteClass.values()),
                                    "result",
                                    open(MotionResult.Result.values()))),
                    Map.entry(DecisionList.Bar.class, Map.of("unit", closed("m2", "heads"))),
                    Map.entry(
                            DecisionList.Finding.class, Map.of("verdict", open(Verdict.values()))),
                    Map.entry(
                            DecisionList.SetAside.class,
                            Map.of("reason", open(SetAside.Reason.values()))));

    private static final Codes CLASSES_OF_MONEY = open(FundClass.values());

    private Members() {}

    private static Codes open(Enum<?>... constants) {
        return new Codes(Arrays.stream(constants).map(Enum::name).toList(), false);
    }

    private static Codes closed(String... values) {
        return new Codes(List.of(values), true);
    }

    /** The member that tells the cases of a sealed type apart. */
    static String discriminator(Class<?> sealed) {
        if (sealed == DisclosedRecord.class) {
            return "visibility";
        }
        throw new IllegalStateException("what tells the cases apart of " + sealed + "?");
    }

    static Optional<Codes> codes(Class<?> owner, String member) {
        return member.equals("fundClass")
                ? Optional.of(CLASSES_OF_MONEY)
                : Optional.ofNullable(CODES.getOrDefault(owner, Map.of()).get(member));
    }

    /** Adds what Jakarta Validation says of a member of a request to the schema of its type. */
    static void constrain(Method member, ObjectNode schema) {
        String type = schema.path("type").asText();
        String suffix =
                switch (type) {
                    case "array" -> "Items";
                    case "object" -> "Properties";
                    default -> "Length";
                };
        if (isNeeded(member) && !schema.has("$ref") && !type.equals("integer")) {
            schema.put("min" + suffix, 1);
        }
        Size size = member.getAnnotation(Size.class);
        if (size != null) {
            schema.put("max" + suffix, size.max());
        }
        Pattern pattern = member.getAnnotation(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
        if (member.isAnnotationPresent(Positive.class)) {
            schema.put("minimum", 1);
        }
        if (member.isAnnotationPresent(PositiveOrZero.class)) {
            schema.put("minimum", 0);
        }
    }

    /** Whether a request without this member is refused; what else is left out is empty. */
    static boolean isNeeded(Method member) {
        return member.isAnnotationPresent(NotBlank.class)
                || member.isAnnotationPresent(NotEmpty.class)
                || member.isAnnotationPresent(NotNull.class)
                || member.getReturnType().isPrimitive();
    }

    /** Adds the form, the bounds and the codes of a member to the schema of its type. */
    static void refine(Class<?> owner, String member, ObjectNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("integer") && member.matches(NATURAL)) {
            schema.put("minimum", 0);
        }
        if (!type.equals("string")) {
            return;
        }
        Optional<Codes> codes = codes(owner, member);
        if (codes.isPresent()) {
            String keyword = codes.get().isClosed() ? "enum" : OPEN_CODES;
            codes.get().values().forEach(schema.withArray(keyword)::add);
            return;
        }
        for (Form form : FORMS) {
            if (member.matches(form.names())) {
                if (!form.format().isEmpty()) {
                    schema.put("format", form.format());
                }
                if (!form.pattern().isEmpty()) {
                    schema.put("pattern", form.pattern());
                }
                return;
            }
        }
    }
}
