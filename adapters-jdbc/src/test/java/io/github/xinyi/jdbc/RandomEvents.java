package io.github.xinyi.jdbc;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.committee.ElectionByNames;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.trust.keys.KeyChangeOrder;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.KeysChanged;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.TestKeys;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills any record that a codec can store with values by the types of its components, and tries
 * again where the record refuses them; the same seed gives the same events.
 */
final class RandomEvents {

    private static final int MAX_TRIES = 5_000;
    private static final List<String> TEXTS =
            List.of("1", "a-1", "信義", "外墙保温层脱落🏠", "a;b={}[],\n\t'\"\\ \u3000", "0".repeat(64));

    /** Tables that chance does not fill. */
    private static final Map<Class<?>, List<Object>> SHIPPED =
            Map.of(
                    ConferencePattern.class,
                    List.of(
                            ConferencePatternSheet.fourParty(),
                            ConferencePatternSheet.partyBuilding()),
                    ProcedureOpened.class,
                    Stream.of(PatternSheet.fiveDeliberations(), PatternSheet.fourDeliberations())
                            .<Object>map(RandomEvents::opened)
                            .toList(),
                    ElectionByNames.class,
                    List.of(election(1), election(3)),
                    KeyChangeOrder.Enrolment.class,
                    List.of(
                            new KeyChangeOrder.Enrolment(
                                    TestKeys.FIRM_KEY.id(),
                                    TestKeys.STEWARD,
                                    KeySide.TRUSTEE,
                                    TestKeys.FIRM_KEY.publicKey(),
                                    Instant.EPOCH,
                                    Instant.EPOCH.plusNanos(1_000))),
                    KeysChanged.Signed.class,
                    List.of(
                            new KeysChanged.Signed(
                                    TestKeys.FIRM_KEY.id(), "0f".repeat(64), Instant.EPOCH)),
                    TeamPattern.class,
                    List.of(TeamPattern.onePlusThreePlusN(), TeamPattern.disputeTeam()));

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** The records under a sealed root. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomEvents::records);
    }

    DomainEvent event(Class<?> type) {
        return (DomainEvent) value(type);
    }

    private static ProcedureOpened opened(ProcedurePattern pattern) {
        Motion motion = new Motion(MotionId.of("M-1"), Matter.MAINTENANCE_FUND_USE, "修缮外墙");
        return Procedure.open(
                        pattern,
                        new Procedure.Opening(
                                ProcedureId.of("P-1"),
                                CommunityId.of("anheyuan"),
                                motion,
                                Instant.parse("2025-03-01T02:00:00.123456Z")))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static ElectionByNames election(int candidates) {
        Votes all = new Votes(FloorArea.ofSquareDecimetres(90_000), HeadCount.of(900));
        Votes some = new Votes(FloorArea.ofSquareDecimetres(60_000), HeadCount.of(600));
        return new ElectionByNames(
                EffectivePeriod.from(LocalDate.of(2025, 7, 1)),
                new Seats(5, 5, 2, 1),
                Ranking.HEADS_THEN_AREA,
                all,
                some,
                IntStream.rangeClosed(1, candidates)
                        .mapToObj(number -> new Support(PersonId.of("P" + number), some))
                        .toList(),
                LocalDate.of(2025, 5, 1),
                LocalDate.of(2025, 6, 1),
                "ab".repeat(32),
                RecordedTerms.of(LocalTerms.none()));
    }

    private Object filled(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        String last = "";
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Object[] values =
                    Arrays.stream(components).map(part -> value(part.getGenericType())).toArray();
            try {
                Constructor<?> constructor = record.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                last = String.valueOf(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every record has its constructor", e);
            }
        }
        throw new IllegalStateException("nothing fits " + record + ", at last: " + last);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<Object> elements = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                elements.add(value(generic.getActualTypeArguments()[0]));
            }
            return generic.getRawType() == List.class ? elements : new TreeSet<>(elements);
        }
        Class<?> plain = (Class<?>) type;
        if (SHIPPED.containsKey(plain)) {
            return any(SHIPPED.get(plain));
        } else if (plain == MotionCount.class) {
            return count();
        } else if (plain.isRecord()) {
            return filled(plain);
        } else if (plain.isEnum()) {
            return any(List.of(plain.getEnumConstants()));
        } else if (plain == String.class) {
            return any(TEXTS);
        } else if (plain == int.class) {
            return random.nextInt(6);
        } else if (plain == long.class) {
            return (long) random.nextInt(1_000);
        } else if (plain == boolean.class) {
            return random.nextBoolean();
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400));
        } else if (plain == Instant.class) {
            return Instant.ofEpochSecond(1_735_689_600L + random.nextInt(40_000_000))
                    .plusNanos(1_000L * random.nextInt(1_000_000));
        } else if (plain == Ratio.class) {
            return Ratio.of(random.nextInt(8), 7);
        } else if (plain == FloorArea.class) {
            return FloorArea.ofSquareDecimetres(random.nextInt(100_000));
        } else if (plain == Money.class) {
            return Money.ofFen(random.nextInt(1_000_000));
        } else if (plain == HeadCount.class) {
            return HeadCount.of(random.nextInt(1_000));
        }
        throw new IllegalStateException("no values of " + plain);
    }

    /** Four totals by chance seldom fit each other; the parts of one always do. */
    private MotionCount count() {
        Votes inFavour = votes();
        Votes against = votes();
        Votes abstaining = votes();
        Votes total = inFavour.plus(against).plus(abstaining).plus(votes());
        return new MotionCount(total, inFavour, against, abstaining);
    }

    private Votes votes() {
        return (Votes) filled(Votes.class);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
