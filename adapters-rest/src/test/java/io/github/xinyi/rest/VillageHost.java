package io.github.xinyi.rest;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.governance.tck.InMemoryMeetingStore;
import io.github.xinyi.governance.tck.InMemoryRosterStore;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.Role;
import io.github.xinyi.rest.desk.BudgetOffice;
import io.github.xinyi.rest.desk.CaseOffice;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.desk.FeeAccounts;
import io.github.xinyi.rest.desk.GovernanceOffice;
import io.github.xinyi.rest.desk.MeetingOffice;
import io.github.xinyi.rest.desk.PaymentOffice;
import io.github.xinyi.rest.desk.SecondFactor;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.tck.InMemoryBudgetStore;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A host that does business for the sample village, with everybody that may come. */
final class VillageHost implements AutoCloseable {

    static final String BASE = "/api/communities/liuyuan";
    static final String CODE = "246810";

    /** A feed tells what there is, and is not held. */
    static final FeedLimits NO_WAIT =
            new FeedLimits(0, Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(2));

    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());
    static final MeetingId MEETING = MeetingId.of("2025-OM-01");

    static final Map<String, Caller> PEOPLE =
            Map.of(
                    "steward", person(TestKeys.STEWARD.value(), Role.STEWARD),
                    "chair", person(TestKeys.CHAIR.value(), Role.COMMITTEE, Role.OWNER),
                    "officer", person("officer", Role.COMMUNITY_OFFICER),
                    "auditor", person("auditor", Role.AUDITOR),
                    "owner1", person(SampleVillage.owner(1), Role.OWNER),
                    "owner2", person(SampleVillage.owner(2), Role.OWNER),
                    "stranger", Caller.of(PersonId.of("stranger"), Map.of()));

    final SampleVillage village = new SampleVillage();
    final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    final InMemoryRosterStore rosters = new InMemoryRosterStore();
    final InMemoryEventStore events = new InMemoryEventStore(GovernanceEvents.codec());
    final InMemoryBudgetStore budgets = new InMemoryBudgetStore();
    final List<Denial> denials = new CopyOnWriteArrayList<>();
    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2025-03-20T01:02:03.004Z"));

    private final RunningServer server;

    VillageHost() {
        SampleVillage.accept(rosters.freeze(SampleVillage.roster()));
        GovernedVillage.record(events);
        budgets.save(village.budget().content());
        server = new RunningServer(rest(), PEOPLE);
    }

    /** Resources over this host's stores. */
    XinyiRest rest() {
        return XinyiRest.builder(
                        CommunityDirectory.of(List.of(village.published(Optional.empty()))))
                .desks(id -> Optional.of(desk()).filter(desk -> desk.id().equals(id)))
                .denials(denials::add)
                .clock(now::get)
                .feeds(NO_WAIT)
                .build();
    }

    CommunityDesk desk() {
        return CommunityDesk.of(SampleVillage.ID)
                .withPayments(
                        new PaymentOffice(
                                village.trusteeship(),
                                village.disbursements(),
                                village.payments(),
                                (holder, order, code, at) ->
                                        code.equals(CODE)
                                                ? SecondFactor.Proof.GIVEN
                                                : SecondFactor.Proof.NOT_GIVEN))
                .withMeetings(new MeetingOffice(meetings, rosters, Bylaws.none()))
                .withCases(new CaseOffice(events, SlaProfile.usual(), CALENDAR))
                .withBank(BankOfVillage.office(village))
                .withBudgets(
                        new BudgetOffice(budgets, village.trusteeship(), NextBudget.decisions()))
                .withGovernance(GovernanceOffice.national(events))
                .withBills(new Fees());
    }

    /** The first unit was billed once and has paid most of it. */
    private static final class Fees implements FeeAccounts {

        @Override
        public List<Receivables> of(PersonId person) {
            return person.value().equals(SampleVillage.owner(1))
                    ? of(UnitId.of(SampleVillage.unit(1)))
                    : List.of();
        }

        @Override
        public List<Receivables> of(UnitId unit) {
            return unit.value().equals(SampleVillage.unit(1)) ? List.of(account(unit)) : List.of();
        }

        private static Receivables account(UnitId unit) {
            Instant at = Instant.parse("2025-01-05T00:00:00Z");
            LocalDate day = LocalDate.of(2025, 1, 5);
            Receivables opened =
                    Receivables.open(
                            SampleVillage.ID,
                            FeeAccount.ofOwners(unit),
                            AllocationRule.OLDEST_FIRST,
                            at);
            Bill bill = new Bill("B1", unit, YearMonth.of(2025, 1), day, Money.ofFen(21_014));
            Receivables billed =
                    SampleVillage.accept(
                            opened.charge(bill, Charge.Kind.PROPERTY_FEE, at.plusSeconds(1)));
            FeeReceipt receipt =
                    new FeeReceipt(
                            "R1", unit, SourceDocument.bankLine("YH1"), day, Money.ofFen(20_000));
            return SampleVillage.accept(billed.receive(receipt, List.of(), at.plusSeconds(2)));
        }
    }

    private static Caller person(String id, Role... roles) {
        return Caller.of(PersonId.of(id), Map.of(SampleVillage.ID, Set.of(roles)));
    }

    RunningServer server() {
        return server;
    }

    /** Everything that a command could change, as one text. */
    String state() {
        return village.book().read(reader -> reader.frontier().size())
                + "\n"
                + village.payments().list(SampleVillage.ID, 0, 1_000)
                + "\n"
                + rosters.find(SampleVillage.ID, LocalDate.of(2025, 2, 28))
                + rosters.find(SampleVillage.ID, LocalDate.of(2025, 1, 31))
                + meetings.find(SampleVillage.ID, MEETING)
                + meetings.box(SampleVillage.ID, MEETING)
                + meetings.result(SampleVillage.ID, MEETING)
                + "\n"
                + budgets.find(SampleVillage.ID, NextBudget.YEAR)
                + village.trusteeship().year(NextBudget.YEAR)
                + "\n"
                + events.feed(SampleVillage.ID, Page.after(0));
    }

    @Override
    public void close() {
        server.close();
    }

    /** From now on it is this moment. */
    void at(String moment) {
        now.set(Instant.parse(moment));
    }

    /** A minute passes. */
    void aMinuteLater() {
        now.updateAndGet(moment -> moment.plusSeconds(60));
    }
}
