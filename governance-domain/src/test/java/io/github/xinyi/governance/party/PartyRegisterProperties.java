package io.github.xinyi.governance.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.BranchId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any commands in any order: replay gives the state, and nobody counts twice. */
class PartyRegisterProperties {

    private static final int PLACES = 3;
    private static final CommunityId DISTRICT = CommunityId.of("district");
    private static final Instant AT = Instant.EPOCH;
    private static final LocalDate START = LocalDate.parse("2024-01-01");
    private static final BranchThresholds NUMBERS = BranchThresholds.from(RegionProfile.national());

    record Step(int what, int who, int where, int day) {
        LocalDate on() {
            return START.plusDays(day);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, PLACES - 1),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static CommunityId home(int where) {
        return CommunityId.of("c" + where);
    }

    private static Outcome<PartyEvent> command(PartyRegister register, Step step) {
        PersonId member = PersonId.of("m" + step.who());
        BranchId branch = BranchId.of("b" + step.who() % 2);
        CommunityId home = home(step.where());
        return switch (step.what()) {
            case 0 -> register.memberLeaves(member, step.on(), AT);
            case 1 -> register.formSeparate(branch, home, NUMBERS, step.on(), AT);
            case 2 ->
                    register.formJoint(
                            branch,
                            new TreeSet<>(List.of(home, home((step.where() + 1) % PLACES))),
                            NUMBERS,
                            step.on(),
                            AT);
            case 3 ->
                    register.affiliate(
                            branch,
                            home,
                            List.of(home((step.where() + 1) % PLACES)),
                            NUMBERS,
                            step.on(),
                            AT);
            case 4 -> register.sendInstructor(member, home, NUMBERS, step.on(), AT);
            case 5 -> register.placeMember(member, home, Membership.PROBATIONARY, step.on(), AT);
            default -> register.placeMember(member, home, Membership.FULL, step.on(), AT);
        };
    }

    @Property(tries = 500)
    void replayGivesTheStateAndNobodyCountsTwice(@ForAll("steps") List<Step> steps) {
        PartyRegister register = PartyRegister.from(DISTRICT, List.of());
        List<PartyEvent> history = new ArrayList<>();
        for (Step step : steps) {
            command(register, step).fold(history::add, ruling -> false);
            register = PartyRegister.from(DISTRICT, history);
        }

        PartyRegister folded = PartyRegister.from(DISTRICT, List.of());
        for (PartyEvent event : history) {
            folded = folded.after(event);
        }
        assertThat(folded).isEqualTo(register).hasSameHashCodeAs(register);
        for (int day = 0; day <= 31; day++) {
            LocalDate on = START.plusDays(day);
            PartyRegister seen = register;
            int counted = IntStream.range(0, PLACES).map(i -> seen.fullMembers(home(i), on)).sum();
            assertThat(counted).isEqualTo(fullOn(history, on));
        }
    }

    /** Who is a full member on the day, by the last event of each person that holds by then. */
    private static int fullOn(List<PartyEvent> history, LocalDate day) {
        Map<PersonId, Boolean> full = new HashMap<>();
        for (PartyEvent event : history) {
            if (!event.from().isAfter(day)) {
                if (event instanceof PartyEvent.MemberPlaced placed) {
                    full.put(placed.member(), placed.membership() == Membership.FULL);
                } else if (event instanceof PartyEvent.MemberLeft left) {
                    full.put(left.member(), false);
                }
            }
        }
        return (int) full.values().stream().filter(yes -> yes).count();
    }
}
