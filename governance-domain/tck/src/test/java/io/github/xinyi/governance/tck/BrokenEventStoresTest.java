package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
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
        public Outcome<List<StoredEvent>> append(Append append) {
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
    }

    private static final class IgnoresVersion extends Forwarding {
        IgnoresVersion(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(Append append) {
            return sound.append(at(version(append.stream()), append));
        }
    }

    private static final class AcceptsLaterVersions extends Forwarding {
        AcceptsLaterVersions(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(Append append) {
            return sound.append(
                    at(Math.min(version(append.stream()), append.expectedVersion()), append));
        }
    }

    private static final class ForgetsCommands extends Forwarding {
        private final AtomicLong next = new AtomicLong();

        ForgetsCommands(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(Append append) {
            CommandId fresh = CommandId.of("n" + next.incrementAndGet());
            return sound.append(
                    new Append(append.stream(), fresh, append.expectedVersion(), append.events()));
        }
    }

    private static final class ChecksVersionFirst extends Forwarding {
        ChecksVersionFirst(EventCodec codec) {
            super(codec);
        }

        @Override
        public synchronized Outcome<List<StoredEvent>> append(Append append) {
            return append.to(version(append.stream())).then(first -> sound.append(append));
        }
    }

    private static final class IgnoresCase extends Forwarding {
        IgnoresCase(EventCodec codec) {
            super(codec);
        }

        @Override
        public Outcome<List<StoredEvent>> append(Append append) {
            return sound.append(
                    new Append(
                            folded(append.stream()),
                            append.command(),
                            append.expectedVersion(),
                            append.events()));
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
        public synchronized Outcome<List<StoredEvent>> append(Append append) {
            try {
                return sound.append(append);
            } catch (IllegalArgumentException e) {
                sound.append(
                        new Append(
                                append.stream(),
                                append.command(),
                                append.expectedVersion(),
                                append.events().subList(0, 1)));
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
        public Outcome<List<StoredEvent>> append(Append append) {
            if (append.expectedVersion() != version(append.stream())) {
                return sound.append(append);
            }
            synchronized (between) {
                between.add(Thread.currentThread());
            }
            for (int i = 0; i < 1_000_000 && countBetween() < 2; i++) {
                Thread.onSpinWait();
            }
            synchronized (this) {
                return sound.append(at(version(append.stream()), append));
            }
        }

        private int countBetween() {
            synchronized (between) {
                return between.size();
            }
        }
    }
}
