package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.access.Role;
import io.github.xinyi.rest.desk.BudgetOffice;
import io.github.xinyi.rest.desk.CaseOffice;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.desk.FeeAccounts;
import io.github.xinyi.rest.desk.GovernanceOffice;
import io.github.xinyi.rest.desk.MeetingOffice;
import io.github.xinyi.rest.desk.PaymentOffice;
import io.github.xinyi.rest.desk.SecondFactor;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.openapi.DescribedOperation;
import io.github.xinyi.rest.openapi.RequestGenerator.Generated;
import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.receivable.Receivables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two communities over the same stores: what one has is asked for in the other by everybody who is
 * anything there, in every operation that the resources have, and is answered as if it were
 * nowhere.
 */
class IdsOfOthersTest {

    private static final CommunityId NEXT = CommunityId.of("nextdoor");
    private static final CommunityId CLOSED = CommunityId.of("liuyuan");

    /** What the village has and its neighbour has not, by the name of a parameter. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "id", "E0102",
                    "meeting", "2025-OM-01",
                    "case", "C-2025-0042",
                    "day", "2025-02-28",
                    "unit", SampleVillage.unit(1),
                    "year", "2026",
                    "sha256", SampleVillage.INVOICE_HASH.toHex());

    /** The same forms, of what is nowhere. */
    private static final Map<String, String> NOWHERE =
            Map.of(
                    "id", "E9102",
                    "meeting", "2029-OM-01",
                    "case", "C-2029-0042",
                    "day", "2019-02-28",
                    "unit", "9-9-901",
                    "year", "2029",
                    "sha256", "0".repeat(64));

    /**
     * Not ids of things: places in each log, of which every community has its own, and names of
     * statements.
     */
    private static final Set<String> OF_EVERY_COMMUNITY = Set.of("index", "statement");

    /** Tells of a unit without accounts what it tells of one that is nowhere: that it has none. */
    private static final Set<String> EMPTY_INSTEAD = Set.of("bills.unit");

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, Caller> neighbours;

    @BeforeAll
    static void open() {
        host = new VillageHost();
        RecordedVillage.play(host);
        neighbours = new HashMap<>();
        for (Role role : Role.values()) {
            Set<Role> roles = role == Role.PUBLIC ? Set.of() : Set.of(role);
            neighbours.put(
                    role.name(),
                    Caller.of(PersonId.of("N-" + neighbours.size()), Map.of(NEXT, roles)));
        }
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static CommunityDesk nextDoor(SampleVillage village) {
        return CommunityDesk.of(NEXT)
                .withPayments(
                        new PaymentOffice(
                                village.trusteeship(),
                                village.disbursements(),
                                village.payments(),
                                (holder, order, code, at) -> SecondFactor.Proof.GIVEN))
                .withMeetings(new MeetingOffice(host.meetings, host.rosters, Bylaws.none()))
                .withCases(
                        new CaseOffice(
                                host.events,
                                SlaProfile.usual(),
                                new HolidayCalendar(
                                        EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                                        new TreeSet<>(),
                                        new TreeSet<>())))
                .withBank(BankOfVillage.office(village))
                .withGovernance(GovernanceOffice.national(host.events))
                .withBudgets(
                        new BudgetOffice(
                                host.budgets, village.trusteeship(), NextBudget.decisions()))
                .withBills(new NoFees());
    }

    private static final class NoFees implements FeeAccounts {

        @Override
        public List<Receivables> of(PersonId person) {
            return List.of();
        }

        @Override
        public List<Receivables> of(UnitId unit) {
            return List.of();
        }
    }

    private static final class NoPapers implements DocumentSource {

        @Override
        public Optional<ServiceReport> report(String number) {
            return Optional.empty();
        }

        @Override
        public Optional<VoucherFile> voucher(Hash sha256) {
            return Optional.empty();
        }

        @Override
        public Optional<BankTransfer> transfer(String disbursement) {
            return Optional.empty();
        }
    }

    private static PublishedCommunity withoutPapers(PublishedCommunity community) {
        return new PublishedCommunity(
                community.id(),
                community.name(),
                community.trusteeName(),
                community.book(),
                community.log(),
                community.checkpoints(),
                community.disbursements(),
                community.contract(),
                community.budget(),
                community.meetings(),
                new NoPapers(),
                community.bank());
    }

    /** The village does business and is not published; its neighbour does both. */
    private static InProcess serve() {
        SampleVillage next = new SampleVillage(NEXT, host.village.payments());
        CommunityDesk desk = nextDoor(next);
        XinyiRest rest =
                XinyiRest.builder(
                                CommunityDirectory.of(
                                        List.of(withoutPapers(next.published(Optional.empty())))))
                        .desks(
                                id ->
                                        id.equals(NEXT)
                                                ? Optional.of(desk)
                                                : Optional.of(host.desk())
                                                        .filter(own -> own.id().equals(id)))
                        .denials(denial -> {})
                        .clock(host.now::get)
                        .feeds(VillageHost.NO_WAIT)
                        .build();
        return new InProcess(rest, neighbours);
    }

    private static List<DescribedOperation> operations() {
        List<DescribedOperation> all = DescribedOperation.in(ApiDocument.kept());
        assertThat(all.stream().map(DescribedOperation::id))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Operation.values()).map(Operation::id).toList());
        return all;
    }

    private static List<DescribedOperation.Parameter> ids(DescribedOperation operation) {
        return operation.parameters().stream()
                .filter(DescribedOperation.Parameter::isInPath)
                .filter(parameter -> !parameter.name().equals("community"))
                .filter(parameter -> !OF_EVERY_COMMUNITY.contains(parameter.name()))
                .toList();
    }

    private static Generated request(
            DescribedOperation operation,
            CommunityId community,
            Map<String, String> ids,
            String caller) {
        String path =
                operation.pathWith(
                        parameter ->
                                parameter.name().equals("community")
                                        ? community.value()
                                        : ids.getOrDefault(parameter.name(), parameter.example()));
        List<String> headers =
                new ArrayList<>(
                        List.of(HostLogin.HEADER, caller, "X-Correlation-Id", "the-same-id"));
        JsonNode body = operation.body();
        if (!body.isMissingNode()) {
            headers.addAll(
                    List.of(
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            "sweep-" + ids.hashCode() + community.value() + operation.id(),
                            "If-Match",
                            "\"1\""));
        }
        return new Generated(
                operation,
                operation.verb(),
                path,
                headers,
                body.isMissingNode() ? "" : body.toString(),
                false);
    }

    @Test
    void whatAnotherCommunityHasIsAnsweredAsIfItWereNowhere() {
        InProcess server = serve();
        String before = host.state();
        int swept = 0;

        for (DescribedOperation operation : operations()) {
            if (ids(operation).isEmpty()) {
                continue;
            }
            assertThat(OTHERS.keySet()).containsAll(names(operation));
            for (String caller : neighbours.keySet()) {
                InProcess.Answered others = server.send(request(operation, NEXT, OTHERS, caller));
                InProcess.Answered nowhere = server.send(request(operation, NEXT, NOWHERE, caller));

                String what = operation.id() + " by " + caller + ": " + others;
                assertThat(others.status()).as(what).isEqualTo(nowhere.status());
                assertThat(others.body()).as(what).isEqualTo(nowhere.body());
                boolean isEmpty = EMPTY_INSTEAD.contains(operation.id()) && others.status() == 200;
                assertThat(isEmpty || Set.of(403, 404).contains(others.status())).as(what).isTrue();
                swept++;
            }
        }

        assertThat(swept).isGreaterThan(60);
        assertThat(host.state()).isEqualTo(before);
    }

    /** Somebody may do each of it: a sweep by people who may do nothing would show nothing. */
    @Test
    void ofEachOperationSomebodyIsToldThatThereIsNoSuchThing() {
        InProcess server = serve();

        for (DescribedOperation operation : operations()) {
            if (!ids(operation).isEmpty() && !EMPTY_INSTEAD.contains(operation.id())) {
                assertThat(neighbours.keySet().stream())
                        .as(operation.id())
                        .anyMatch(
                                caller ->
                                        server.send(request(operation, NEXT, OTHERS, caller))
                                                        .status()
                                                == 404);
            }
        }
    }

    private static List<String> names(DescribedOperation operation) {
        return ids(operation).stream().map(DescribedOperation.Parameter::name).toList();
    }

    @Test
    void aCommunityThatIsNotPublishedIsNowhereForWhoeverDoesNotBelongToIt() {
        InProcess server = serve();
        String before = host.state();
        int swept = 0;

        for (DescribedOperation operation : operations()) {
            if (!operation.path().contains("{community}")) {
                continue;
            }
            for (String caller : neighbours.keySet()) {
                InProcess.Answered closed = server.send(request(operation, CLOSED, OTHERS, caller));
                InProcess.Answered nowhere =
                        server.send(request(operation, CommunityId.of("no"), OTHERS, caller));

                String what = operation.id() + " by " + caller + ": " + closed;
                assertThat(closed.status()).as(what).isEqualTo(404);
                assertThat(closed.body()).as(what).isEqualTo(nowhere.body());
                assertThat(closed.headers().map().keySet())
                        .as(what)
                        .isEqualTo(nowhere.headers().map().keySet());
                swept++;
            }
        }

        assertThat(swept).isGreaterThan(200);
        assertThat(host.state()).isEqualTo(before);
    }
}
