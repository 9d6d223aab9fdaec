package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract of event stores itself: each store is wrong in one way and is caught by name. */
class BrokenEventStoresTest {

    @Test
    void catchesAStoreThatIgnoresTheExpectedVersion() {
        assertThat(failures(IgnoresVersion::new))
                .contains(
                        "required_E05_refusesAStaleVersionAndNamesBoth",
                        "required_E18_letsExactlyOneOfSeveralAppendsWinAtOnce");
    }

    @Test
    void catchesAStoreThatAcceptsAVersionStillToCome() {
        assertThat(failures(AcceptsLaterVersions::new))
                .contains("required_E05_refusesAStaleVersionAndNamesBoth");
    }

    @Test
    void catchesAStoreThatForgetsCommands() {
        assertThat(failures(ForgetsCommands::new))
                .contains(
                        "required_E07_answersARepeatedCommandAsBefore",
                        "required_E08_refusesARepeatedCommandWithOtherEvents",
                        "required_E09_refusesARepeatedCommandForAnotherStream",
                        "required_E20_carriesOutACommandOnceThatComesSeveralTimesAtOnce");
    }

    @Test
    void catchesAStoreThatChecksTheVersionBeforeTheCommand() {
        assertThat(failures(ChecksVersionFirst::new))
                .contains("required_E07_answersARepeatedCommandAsBefore");
    }

    @Test
    void catchesAStoreThatComparesNamesWithoutCase() {
        assertThat(failures(IgnoresCase::new)).contains("required_E10_keepsStreamsApart");
    }

    @Test
    void catchesAStoreThatAddsTheFirstEventsOfARefusedAppend() {
        assertThat(failures(AddsHalf::new))
                .contains("required_E16_keepsNothingOfAnAppendThatTheCodecRefuses");
    }

    @Test
    void catchesAStoreWhoseFeedLeavesGaps() {
        assertThat(failures(LeavesGaps::new))
                .contains("required_E12_feedsAllEventsOfACommunityInTheOrderAdded");
    }

    @Test
    void catchesAStoreWhosePagesOverlap() {
        assertThat(failures(OverlapsPages::new))
                .contains("required_E13_dividesStreamsAndFeedsIntoPages");
    }

    @Test
    void catchesAStoreThatListsStreamsByName() {
        assertThat(failures(SortsStreams::new))
                .containsExactly("required_E14_listsTheStreamsOfAKindInTheOrderOfTheirFirstEvents");
    }

    @Test
    void catchesAStoreThatChecksAndAddsInTwoSteps() {
        assertThat(failures(ChecksWithoutLock::new))
                .contains("required_E18_letsExactlyOneOfSeveralAppendsWinAtOnce");
    }

    @Test
    void catchesAStoreThatAddsToOneStreamAfterTheOther() {
        assertThat(failures(AddsOneByOne::new))
                .containsExactlyInAnyOrder(
                        "required_E09_refusesARepeatedCommandForAnotherStream",
                        "required_E22_addsToSeveralStreamsByOneCommand",
                        "required_E23_addsToNoStreamWhereOneOfThemRefuses",
                        "required_E24_showsAllOfACommandOrNothingWhileOthersRead");
    }

    @Test
    void catchesAStoreThatAsksOnlyTheFirstStream() {
        assertThat(failures(AsksTheFirst::new))
                .containsExactly("required_E23_addsToNoStreamWhereOneOfThemRefuses");
    }

    private static List<String> failures(Function<EventCodec, EventStore> store) {
        return BrokenStoresTest.failures(
                EventStoreContract.class,
                new EventStoreContract() {
                    @Override
                    protected EventStore newStore(EventCodec codec) {
                        return store.apply(codec);
                    }
                });
    }

    private static class Forwarding implements EventStore {
        final EventStore sound;

        Forwarding(EventCodec codec) {
            this.sound = new InMemoryEventStore(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(JointAppend append) {
            return sound.append(append);
        }

        @Override
        public List<StoredEvent> read(StreamName stream, Page page) {
            return sound.read(stream, page);
        }

        @Override
        public List<StreamName> streams(CommunityId community, String kind, Page page) {
            return sound.streams(community, kind, page);
        }

        @Override
        public List<StoredEvent> feed(CommunityId community, Page page) {
            return sound.feed(community, page);
        }

        long version(StreamName stream) {
            long version = 0;
            List<StoredEvent> page = sound.read(stream, Page.after(0));
            while (!page.isEmpty()) {
                version += page.size();
                page = sound.read(stream, Page.after(version));
            }
            return version;
        }

        static Append at(long version, Append append) {
            return new Append(append.stream(), append.command(), version, append.events());
        }

        static JointAppend each(JointAppend append, UnaryOperator<Append> change) {
            return new JointAppend(append.parts().stream().map(change).toList());
        }
    }

    private static final class IgnoresVersion extends Forwarding {
        IgnoresVersion(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
            return sound.append(each(append, part -> at(version(part.stream()), part)));
        }
    }

    private static final class AcceptsLaterVersions extends Forwarding {
        AcceptsLaterVersions(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
            return sound.append(
                    each(
                            append,
                            part ->
                                    at(
                                            Math.min(
                                                    version(part.stream()), part.expectedVersion()),
                                            part)));
        }
    }

    private static final class ForgetsCommands extends Forwarding {
        private final AtomicLong next = new AtomicLong();

        ForgetsCommands(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(JointAppend append) {
            CommandId fresh = CommandId.of("n" + next.incrementAndGet());
            return sound.append(
                    each(
                            append,
                            part ->
                                    new Append(
                                            part.stream(),
                                            fresh,
                                            part.expectedVersion(),
                                            part.events())));
        }
    }

    private static final class ChecksVersionFirst extends Forwarding {
        ChecksVersionFirst(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
            return append.to(this::version).then(sound::append);
        }
    }

    private static final class IgnoresCase extends Forwarding {
        IgnoresCase(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(JointAppend append) {
            return sound.append(
                    each(
                            append,
                            part ->
                                    new Append(
                                            folded(part.stream()),
                                            part.command(),
                                            part.expectedVersion(),
                                            part.events())));
        }

        @Override
        public List<StoredEvent> read(StreamName stream, Page page) {
            return sound.read(folded(stream), page);
        }

        private static StreamName folded(StreamName stream) {
            return new StreamName(
                    stream.community(), stream.kind(), stream.id().toLowerCase(Locale.ROOT));
        }
    }

    private static final class AddsHalf extends Forwarding {
        AddsHalf(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
            try {
                return sound.append(append);
            } catch (IllegalArgumentException e) {
                Append first = append.parts().get(0);
                sound.append(
                        new Append(
                                first.stream(),
                                first.command(),
                                first.expectedVersion(),
                                first.events().subList(0, 1)));
                throw e;
            }
        }
    }

    private static final class LeavesGaps extends Forwarding {
        LeavesGaps(EventCodec codec) {
            super(codec);
        }

        @Override
        public List<StoredEvent> feed(CommunityId community, Page page) {
            return sound.feed(community, page).stream()
                    .map(
                            e ->
                                    new StoredEvent(
                                            e.stream(),
                                            e.version(),
                                            e.sequence() * 2,
                                            e.command(),
                                            e.event()))
                    .toList();
        }
    }

    private static final class OverlapsPages extends Forwarding {
        OverlapsPages(EventCodec codec) {
            super(codec);
        }

        @Override
        public List<StoredEvent> feed(CommunityId community, Page page) {
            return sound.feed(community, new Page(Math.max(0, page.after() - 1), page.limit()));
        }
    }

    private static final class SortsStreams extends Forwarding {
        SortsStreams(EventCodec codec) {
            super(codec);
        }

        @Override
        public List<StreamName> streams(CommunityId community, String kind, Page page) {
            return sound.streams(community, kind, Page.after(0)).stream()
                    .sorted(Comparator.comparing(StreamName::id))
                    .skip(page.after())
                    .limit(page.limit())
                    .toList();
        }
    }

    /** Two who ask at the same time are both told that nothing has changed. */
    private static final class ChecksWithoutLock extends Forwarding {
        private final List<Thread> between = new ArrayList<>();

        ChecksWithoutLock(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(JointAppend append) {
            if (!append.to(this::version).isAccepted()) {
                return sound.append(append);
            }
            synchronized (between) {
                between.add(Thread.currentThread());
            }
            for (int i = 0; i < 1_000_000 && countBetween() < 2; i++) {
                Thread.onSpinWait();
            }
            synchronized (this) {
                return sound.append(each(append, part -> at(version(part.stream()), part)));
            }
        }

        private int countBetween() {
            synchronized (between) {
                return between.size();
            }
        }
    }

    /** As a host does that knows only how to append to one stream. */
    private static final class AddsOneByOne extends Forwarding {
        private final AtomicLong reads = new AtomicLong();

        AddsOneByOne(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(JointAppend append) {
            if (append.parts().size() == 1) {
                return sound.append(append);
            }
            List<StoredEvent> added = new ArrayList<>();
            for (int i = 0; i < append.parts().size(); i++) {
                Append part = append.parts().get(i);
                CommandId own = CommandId.of(append.command() + "/" + i);
                Outcome<List<StoredEvent>> one =
                        sound.append(
                                new Append(
                                        part.stream(), own, part.expectedVersion(), part.events()));
                if (!one.isAccepted()) {
                    return one;
                }
                one.then(
                        events -> {
                            added.addAll(events);
                            return Outcome.accepted(events);
                        });
                waitForAReader();
            }
            return Outcome.accepted(added);
        }

        /** Until somebody has read what is there of the command so far, or nobody wants to. */
        private void waitForAReader() {
            long before = reads.get();
            for (int i = 0; i < 1_000_000 && reads.get() < before + 4; i++) {
                Thread.onSpinWait();
            }
        }

        @Override
        public List<StoredEvent> read(StreamName stream, Page page) {
            reads.incrementAndGet();
            return super.read(stream, page);
        }
    }

    private static final class AsksTheFirst extends Forwarding {
        AsksTheFirst(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
            StreamName first = append.parts().get(0).stream();
            return sound.append(
                    each(
                            append,
                            part ->
                                    part.stream().equals(first)
                                            ? part
                                            : at(version(part.stream()), part)));
        }
    }
}
