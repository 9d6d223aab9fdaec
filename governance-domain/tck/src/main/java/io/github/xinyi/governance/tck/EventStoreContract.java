package io.github.xinyi.governance.tck;

import static io.github.xinyi.governance.tck.Specimens.EAST;
import static io.github.xinyi.governance.tck.Specimens.OPENS;
import static io.github.xinyi.governance.tck.Specimens.WEST;
import static io.github.xinyi.governance.tck.Specimens.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventRule;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StaleVersion;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EventStore} must do; subclass it and give a fresh store.
 *
 * <p>Example: {@code class MyEventStoreTest extends EventStoreContract { protected EventStore
 * newStore(EventCodec codec) { return new MyEventStore(emptyDatabase(), codec); } }}.
 *
 * @since 0.1.0
 */
public abstract class EventStoreContract {

    private static final int CALLERS = 6;
    private static final int MAX_POLLS = 1_000_000;
    private static final StreamName FIRST = new StreamName(EAST, "trial", "2025-T-01");
    private static final StreamName SECOND = new StreamName(EAST, "trial", "2025-t-01");
    private static final StreamName OTHER_KIND = new StreamName(EAST, "other", "2025-T-01");
    private static final StreamName ELSEWHERE = new StreamName(WEST, "trial", "2025-T-01");

    /** For subclasses. */
    protected EventStoreContract() {}

    /**
     * A store in which nothing is kept yet.
     *
     * @param codec knows the events that will be added
     * @return a new one for every call
     */
    protected abstract EventStore newStore(EventCodec codec);

    private EventStore newStore() {
        return newStore(TrialEvent.CODEC);
    }

    /** If this fails, a component, an order or a character is lost between write and read. */
    @Test
    public final void required_E01_readsEveryEventBackAsItWasAdded() {
        EventStore store = newStore();
        List<DomainEvent> events =
                List.of(
                        said(EAST, "三号楼漏水；「快」 {a=1:b;} \n\t\"',] 🏠 é"),
                        said(EAST, ""),
                        new TrialEvent.Counted(
                                EAST,
                                Instant.parse("2024-12-16T01:00:00.000001Z"),
                                LocalDate.of(2024, 2, 29),
                                List.of(person(2), person(1), person(2)),
                                Long.MIN_VALUE));

        accepted(store.append(new Append(FIRST, command("c1"), 0, events)));

        assertThat(store.history(FIRST, TrialEvent.class)).isEqualTo(events);
    }

    /** If this fails, long texts are cut. */
    @Test
    public final void required_E02_readsTheLongestTextBack() {
        EventStore store = newStore();
        DomainEvent longest = said(EAST, "信".repeat(EventCodec.MAX_LENGTH - 200));

        add(store, FIRST, "c1", 0, longest);

        assertThat(store.history(FIRST, TrialEvent.class)).containsExactly((TrialEvent) longest);
    }

    /** If this fails, places in a stream are not counted from 1 without gaps. */
    @Test
    public final void required_E03_numbersTheEventsOfAStreamFromOneWithoutGaps() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"));
        add(store, SECOND, "c2", 0, said(EAST, "x"));

        List<StoredEvent> added = add(store, FIRST, "c3", 2, said(EAST, "c"));

        assertThat(added).extracting(StoredEvent::version).containsExactly(3L);
        assertThat(store.read(FIRST, Page.after(0)))
                .extracting(StoredEvent::version)
                .containsExactly(1L, 2L, 3L);
    }

    /** If this fails, the answer to an append is not what a later read says. */
    @Test
    public final void required_E04_answersWithTheEventsAsTheyAreReadLater() {
        EventStore store = newStore();
        add(store, SECOND, "c1", 0, said(EAST, "x"));

        List<StoredEvent> added = add(store, FIRST, "c2", 0, said(EAST, "a"), said(EAST, "b"));

        assertThat(store.read(FIRST, Page.after(0))).isEqualTo(added);
        assertThat(added)
                .allSatisfy(event -> assertThat(event.command()).isEqualTo(command("c2")))
                .allSatisfy(event -> assertThat(event.stream()).isEqualTo(FIRST));
    }

    /** If this fails, a decision on an old state is kept: a lost update. */
    @Test
    public final void required_E05_refusesAStaleVersionAndNamesBoth() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"));

        Outcome<List<StoredEvent>> below = store.append(append(FIRST, "c2", 1, said(EAST, "c")));
        Outcome<List<StoredEvent>> above = store.append(append(FIRST, "c3", 3, said(EAST, "c")));

        assertThat(notMet(below)).containsExactly(new StaleVersion(FIRST, 1, 2));
        assertThat(notMet(above)).containsExactly(new StaleVersion(FIRST, 3, 2));
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(2);
    }

    /** If this fails, a refused append leaves something behind or uses up a place. */
    @Test
    public final void required_E06_keepsNothingOfARefusedAppend() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"));
        store.append(append(FIRST, "c2", 0, said(EAST, "b"), said(EAST, "c")));

        List<StoredEvent> next = add(store, FIRST, "c2", 1, said(EAST, "d"));

        assertThat(next).extracting(StoredEvent::version).containsExactly(2L);
        assertThat(next).extracting(StoredEvent::sequence).containsExactly(2L);
        assertThat(store.feed(EAST, Page.after(0))).hasSize(2);
    }

    /** If this fails, a command that is sent twice is carried out twice. */
    @Test
    public final void required_E07_answersARepeatedCommandAsBefore() {
        EventStore store = newStore();
        List<StoredEvent> first = add(store, FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"));
        add(store, FIRST, "c2", 2, said(EAST, "later"));

        assertThat(add(store, FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"))).isEqualTo(first);
        assertThat(add(store, FIRST, "c1", 3, said(EAST, "a"), said(EAST, "b"))).isEqualTo(first);
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(3);
    }

    /** If this fails, one name stands for two commands. */
    @Test
    public final void required_E08_refusesARepeatedCommandWithOtherEvents() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"));

        Outcome<List<StoredEvent>> other = store.append(append(FIRST, "c1", 1, said(EAST, "b")));
        Outcome<List<StoredEvent>> more =
                store.append(append(FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b")));

        assertThat(codes(other)).containsExactly(EventRule.COMMAND_REPEATED.code());
        assertThat(codes(more)).containsExactly(EventRule.COMMAND_REPEATED.code());
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(1);
    }

    /** If this fails, what a command was recorded in depends on when it was sent. */
    @Test
    public final void required_E09_refusesARepeatedCommandForAnotherStream() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"));

        Outcome<List<StoredEvent>> other = store.append(append(SECOND, "c1", 0, said(EAST, "a")));
        Outcome<List<StoredEvent>> more =
                store.append(
                        joint(
                                append(FIRST, "c1", 0, said(EAST, "a")),
                                append(SECOND, "c1", 0, said(EAST, "a"))));

        assertThat(codes(other)).containsExactly(EventRule.COMMAND_REPEATED.code());
        assertThat(codes(more)).containsExactly(EventRule.COMMAND_REPEATED.code());
        assertThat(store.read(SECOND, Page.after(0))).isEmpty();
    }

    /** If this fails, names that differ in case, kind or community are taken for one. */
    @Test
    public final void required_E10_keepsStreamsApart() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "first"));
        add(store, SECOND, "c2", 0, said(EAST, "second"));
        add(store, OTHER_KIND, "c3", 0, said(EAST, "other"));
        add(store, ELSEWHERE, "c1", 0, said(WEST, "elsewhere"));

        assertThat(store.history(FIRST, TrialEvent.class)).containsExactly(said(EAST, "first"));
        assertThat(store.history(SECOND, TrialEvent.class)).containsExactly(said(EAST, "second"));
        assertThat(store.history(OTHER_KIND, TrialEvent.class))
                .containsExactly(said(EAST, "other"));
        assertThat(store.history(ELSEWHERE, TrialEvent.class))
                .containsExactly(said(WEST, "elsewhere"));
    }

    /** If this fails, events of one community are passed on to another. */
    @Test
    public final void required_E11_keepsCommunitiesApartAndCountsEachFromOne() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"));
        add(store, ELSEWHERE, "c1", 0, said(WEST, "a"), said(WEST, "b"));

        assertThat(store.feed(WEST, Page.after(0)))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(store.feed(EAST, Page.after(0)))
                .extracting(StoredEvent::stream)
                .containsExactly(FIRST);
    }

    /** If this fails, those who pass events on see them in another order, or not all. */
    @Test
    public final void required_E12_feedsAllEventsOfACommunityInTheOrderAdded() {
        EventStore store = newStore();
        add(store, SECOND, "c1", 0, said(EAST, "1"));
        add(store, FIRST, "c2", 0, said(EAST, "2"), said(EAST, "3"));
        add(store, SECOND, "c3", 1, said(EAST, "4"));

        List<StoredEvent> feed = store.feed(EAST, Page.after(0));

        assertThat(feed).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(feed)
                .extracting(event -> ((TrialEvent.Said) event.event()).words())
                .containsExactly("1", "2", "3", "4");
    }

    /** If this fails, a page repeats or leaves out what lies at its edge. */
    @Test
    public final void required_E13_dividesStreamsAndFeedsIntoPages() {
        EventStore store = newStore();
        add(store, SECOND, "c0", 0, said(EAST, "x"));
        List<StoredEvent> all =
                add(store, FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"), said(EAST, "c"));

        assertThat(store.read(FIRST, new Page(0, 2))).isEqualTo(all.subList(0, 2));
        assertThat(store.read(FIRST, new Page(2, 2))).isEqualTo(all.subList(2, 3));
        assertThat(store.read(FIRST, new Page(3, 2))).isEmpty();
        assertThat(store.feed(EAST, new Page(1, 2))).isEqualTo(all.subList(0, 2));
        assertThat(store.feed(EAST, new Page(4, 2))).isEmpty();
    }

    /** If this fails, streams are not found by their kind, or change their order. */
    @Test
    public final void required_E14_listsTheStreamsOfAKindInTheOrderOfTheirFirstEvents() {
        EventStore store = newStore();
        add(store, SECOND, "c1", 0, said(EAST, "1"));
        add(store, OTHER_KIND, "c2", 0, said(EAST, "2"));
        add(store, FIRST, "c3", 0, said(EAST, "3"));
        add(store, SECOND, "c4", 1, said(EAST, "4"));
        add(store, ELSEWHERE, "c5", 0, said(WEST, "5"));

        assertThat(store.streams(EAST, "trial", Page.after(0))).containsExactly(SECOND, FIRST);
        assertThat(store.streams(EAST, "trial", new Page(0, 1))).containsExactly(SECOND);
        assertThat(store.streams(EAST, "trial", new Page(1, 1))).containsExactly(FIRST);
        assertThat(store.streams(EAST, "trial", new Page(2, 1))).isEmpty();
    }

    /** If this fails, the store invents something where there is nothing. */
    @Test
    public final void required_E15_findsNothingWhereNothingWasAdded() {
        EventStore store = newStore();
        add(store, ELSEWHERE, "c1", 0, said(WEST, "a"));

        assertThat(store.read(FIRST, Page.after(0))).isEmpty();
        assertThat(store.history(FIRST, TrialEvent.class)).isEmpty();
        assertThat(store.feed(EAST, Page.after(0))).isEmpty();
        assertThat(store.streams(EAST, "trial", Page.after(0))).isEmpty();
    }

    /** If this fails, events are kept that nobody will be able to read. */
    @Test
    public final void required_E16_keepsNothingOfAnAppendThatTheCodecRefuses() {
        EventStore store = newStore(EventCodec.of(TrialEvent.Said.class));
        DomainEvent unknown =
                new TrialEvent.Counted(EAST, OPENS, LocalDate.EPOCH, List.of(person(1)), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(append(FIRST, "c1", 0, said(EAST, "a"), unknown)));

        assertThat(store.feed(EAST, Page.after(0))).isEmpty();
    }

    /** If this fails, a stream outgrows what can be folded, or stops before its limit. */
    @Test
    public final void required_E17_fillsAStreamUpToItsLimitAndNoFurther() {
        EventStore store = newStore();
        DomainEvent[] hundred = new DomainEvent[Append.MAX_EVENTS];
        Arrays.fill(hundred, said(EAST, "a"));
        for (int at = 0; at < EventStore.MAX_STREAM_LENGTH; at += hundred.length) {
            add(store, FIRST, "c" + at, at, hundred);
        }

        Outcome<List<StoredEvent>> beyond =
                store.append(
                        append(FIRST, "beyond", EventStore.MAX_STREAM_LENGTH, said(EAST, "b")));

        assertThat(codes(beyond)).containsExactly(EventRule.STREAM_LENGTH.code());
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(EventStore.MAX_STREAM_LENGTH);
    }

    /** If this fails, two people who decided on the same state are both recorded. */
    @Test
    public final void required_E18_letsExactlyOneOfSeveralAppendsWinAtOnce() {
        EventStore store = newStore();
        List<Callable<Outcome<List<StoredEvent>>>> appends = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Append append = append(FIRST, "c" + i, 0, said(EAST, "by " + i));
            appends.add(() -> store.append(append));
        }

        List<Outcome<List<StoredEvent>>> outcomes = Specimens.atOnce(appends);

        assertThat(outcomes).filteredOn(Outcome::isAccepted).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isAccepted())
                .allSatisfy(
                        outcome ->
                                assertThat(notMet(outcome))
                                        .containsExactly(new StaleVersion(FIRST, 0, 1)));
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(1);
    }

    /** If this fails, events of streams that grow at the same time are lost or leave gaps. */
    @Test
    public final void required_E19_losesNothingAndLeavesNoGapWhenStreamsGrowAtOnce() {
        EventStore store = newStore();
        long each = 8;
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            StreamName stream = new StreamName(EAST, "trial", "s" + i);
            writers.add(
                    () -> {
                        for (int version = 0; version < each; version++) {
                            String name = stream.id() + "-" + version;
                            add(store, stream, name, version, said(EAST, name));
                        }
                        return 0L;
                    });
        }

        Specimens.atOnce(writers);

        List<StoredEvent> feed = store.feed(EAST, Page.after(0));
        assertThat(feed)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, CALLERS * each).boxed().toList());
        assertThat(feed)
                .filteredOn(event -> event.stream().id().equals("s0"))
                .extracting(StoredEvent::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, each).boxed().toList());
    }

    /** If this fails, a command sent twice at the same moment is carried out twice. */
    @Test
    public final void required_E20_carriesOutACommandOnceThatComesSeveralTimesAtOnce() {
        EventStore store = newStore();
        Append append = append(FIRST, "c1", 0, said(EAST, "a"), said(EAST, "b"));

        List<Outcome<List<StoredEvent>>> outcomes =
                Specimens.atOnce(Collections.nCopies(CALLERS, () -> store.append(append)));

        assertThat(outcomes).allMatch(Outcome::isAccepted).allMatch(outcomes.get(0)::equals);
        assertThat(store.history(FIRST, TrialEvent.class)).hasSize(2);
    }

    /** If this fails, a reader who follows the feed misses events that come in meanwhile. */
    @Test
    public final void required_E21_showsAFollowerEveryEventWhileOthersAdd() {
        EventStore store = newStore();
        int each = 10;
        List<Callable<List<Long>>> all = new ArrayList<>();
        for (int i = 1; i < CALLERS; i++) {
            StreamName stream = new StreamName(EAST, "trial", "s" + i);
            all.add(
                    () -> {
                        for (int version = 0; version < each; version++) {
                            String name = stream.id() + "-" + version;
                            add(store, stream, name, version, said(EAST, name));
                        }
                        return List.of();
                    });
        }
        int expected = (CALLERS - 1) * each;
        all.add(
                () -> {
                    List<Long> seen = new ArrayList<>();
                    for (int polls = 0; seen.size() < expected && polls < MAX_POLLS; polls++) {
                        long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
                        store.feed(EAST, new Page(last, 7))
                                .forEach(event -> seen.add(event.sequence()));
                    }
                    return seen;
                });

        List<List<Long>> results = Specimens.atOnce(all);

        assertThat(results.get(results.size() - 1))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, expected).boxed().toList());
    }

    /** If this fails, a command that concerns two things is recorded in one of them. */
    @Test
    public final void required_E22_addsToSeveralStreamsByOneCommand() {
        EventStore store = newStore();
        add(store, SECOND, "c1", 0, said(EAST, "x"));
        JointAppend both =
                joint(
                        append(FIRST, "c2", 0, said(EAST, "a"), said(EAST, "b")),
                        append(SECOND, "c2", 1, said(EAST, "y")));

        List<StoredEvent> added = accepted(store.append(both));

        assertThat(added).extracting(StoredEvent::stream).containsExactly(FIRST, FIRST, SECOND);
        assertThat(added).extracting(StoredEvent::version).containsExactly(1L, 2L, 2L);
        assertThat(added).extracting(StoredEvent::sequence).containsExactly(2L, 3L, 4L);
        assertThat(store.read(FIRST, Page.after(0))).isEqualTo(added.subList(0, 2));
        assertThat(store.read(SECOND, Page.after(1))).isEqualTo(added.subList(2, 3));
        assertThat(store.feed(EAST, Page.after(1))).isEqualTo(added);
        assertThat(accepted(store.append(both))).as("the same again").isEqualTo(added);
        assertThat(codes(store.append(append(FIRST, "c2", 2, said(EAST, "a"), said(EAST, "b")))))
                .as("a part of it again")
                .containsExactly(EventRule.COMMAND_REPEATED.code());
    }

    /** If this fails, half of a command stays where the other half is refused. */
    @Test
    public final void required_E23_addsToNoStreamWhereOneOfThemRefuses() {
        EventStore store = newStore();
        add(store, FIRST, "c1", 0, said(EAST, "a"));
        add(store, SECOND, "c2", 0, said(EAST, "x"));

        Outcome<List<StoredEvent>> second =
                store.append(
                        joint(
                                append(FIRST, "c3", 1, said(EAST, "b")),
                                append(SECOND, "c3", 0, said(EAST, "y"))));
        Outcome<List<StoredEvent>> both =
                store.append(
                        joint(
                                append(FIRST, "c3", 0, said(EAST, "b")),
                                append(SECOND, "c3", 2, said(EAST, "y"))));

        assertThat(notMet(second)).containsExactly(new StaleVersion(SECOND, 0, 1));
        assertThat(notMet(both))
                .containsExactly(new StaleVersion(FIRST, 0, 1), new StaleVersion(SECOND, 2, 1));
        assertThat(store.feed(EAST, Page.after(0))).hasSize(2);
        assertThat(add(store, FIRST, "c3", 1, said(EAST, "b")))
                .as("the command was never carried out")
                .hasSize(1);
    }

    /** If this fails, a reader sees one stream with what a command brought and another without. */
    @Test
    public final void required_E24_showsAllOfACommandOrNothingWhileOthersRead() {
        EventStore store = newStore();
        int commands = 20;
        List<Callable<Boolean>> all = new ArrayList<>();
        all.add(
                () -> {
                    for (int i = 0; i < commands; i++) {
                        accepted(
                                store.append(
                                        joint(
                                                append(FIRST, "c" + i, i, said(EAST, "a" + i)),
                                                append(SECOND, "c" + i, i, said(EAST, "b" + i)))));
                    }
                    return true;
                });
        all.add(
                () -> {
                    boolean whole = true;
                    int seen = 0;
                    for (int polls = 0; seen < commands && polls < MAX_POLLS; polls++) {
                        seen = store.history(FIRST, TrialEvent.class).size();
                        whole &= store.history(SECOND, TrialEvent.class).size() >= seen;
                    }
                    return whole && seen == commands;
                });

        assertThat(Specimens.atOnce(all)).containsExactly(true, true);
        assertThat(store.feed(EAST, Page.after(0)))
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2L * commands).boxed().toList());
    }

    private static JointAppend joint(Append... parts) {
        return new JointAppend(List.of(parts));
    }

    private static TrialEvent said(CommunityId community, String words) {
        return new TrialEvent.Said(community, OPENS, words);
    }

    private static CommandId command(String name) {
        return CommandId.of(name);
    }

    private static Append append(
            StreamName stream, String command, long expectedVersion, DomainEvent... events) {
        return new Append(stream, command(command), expectedVersion, List.of(events));
    }

    private static List<StoredEvent> add(
            EventStore store,
            StreamName stream,
            String command,
            long expectedVersion,
            DomainEvent... events) {
        return accepted(store.append(append(stream, command, expectedVersion, events)));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<Finding> notMet(Outcome<?> outcome) {
        return outcome.fold(value -> List.of(), Ruling::notMet);
    }

    private static List<RuleCode> codes(Outcome<?> outcome) {
        return notMet(outcome).stream().map(Finding::rule).toList();
    }
}
