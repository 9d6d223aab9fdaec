package io.github.xinyi.governance.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Happening.Noted;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One event, one text: back and forth, and never two for one. */
class EventCodecProperties {

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("events") DomainEvent event) {
        assertThat(Happening.CODEC.decode(Happening.CODEC.encode(event)))
                .isEqualTo(Outcome.accepted(event));
    }

    @Property(tries = 1_000)
    void eventsThatDifferHaveTextsThatDiffer(
            @ForAll("events") DomainEvent one, @ForAll("events") DomainEvent other) {
        assertThat(Happening.CODEC.encode(one).equals(Happening.CODEC.encode(other)))
                .isEqualTo(one.equals(other));
    }

    /** A reader either refuses a changed text or reads exactly what that text stands for. */
    @Property(tries = 1_000)
    void noTextButTheWrittenOneIsReadAsAnEvent(
            @ForAll("events") DomainEvent event,
            @ForAll int place,
            @ForAll("marks") String instead) {
        String text = Happening.CODEC.encode(event);
        int at = Math.floorMod(place, text.length());
        String changed = text.substring(0, at) + instead + text.substring(at + 1);

        boolean readAsWritten =
                Happening.CODEC
                        .decode(changed)
                        .fold(
                                read -> Happening.CODEC.encode(read).equals(changed),
                                ruling -> !ruling.notMet().isEmpty());

        assertThat(readAsWritten).as(changed).isTrue();
    }

    @Property(tries = 500)
    void anyTextIsAnswered(@ForAll String tail) {
        assertThat(Happening.CODEC.decode("xinyi-event/1 event.Noted/1" + tail).isAccepted())
                .isFalse();
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of("", "0", "1", ":", ";", "=", ",", "[", "]", "{", "}", "[]", "信");
    }

    @Provide
    Arbitrary<DomainEvent> events() {
        return Arbitraries.oneOf(noted(), measured());
    }

    private static Arbitrary<DomainEvent> noted() {
        return words().map(words -> new Noted(EventCodecTest.HERE, EventCodecTest.NOW, words));
    }

    private static Arbitrary<DomainEvent> measured() {
        Arbitrary<Happening.Remark> remarks =
                Combinators.combine(Arbitraries.integers().between(0, 3), words())
                        .as(Happening.Remark::new);
        Arbitrary<TreeSet<PersonId>> people =
                Arbitraries.integers()
                        .between(0, 3)
                        .map(number -> PersonId.of("P" + number))
                        .set()
                        .map(TreeSet::new);
        Arbitrary<Instant> moments =
                Arbitraries.longs()
                        .between(-9, 9)
                        .map(n -> Instant.ofEpochSecond(n * 1_000_000, n * 1000));
        return Combinators.combine(
                        moments,
                        Arbitraries.integers().between(-9, 9),
                        Arbitraries.of(true, false),
                        people,
                        remarks.list().ofMaxSize(3),
                        words().list().ofMaxSize(2).list().ofMaxSize(2))
                .as(
                        (moment, number, flag, persons, said, table) ->
                                new Happening.Measured(
                                        CommunityId.of("c" + Math.abs(number)),
                                        moment,
                                        flag,
                                        number,
                                        Long.MIN_VALUE + number + 9,
                                        number < 0
                                                ? Happening.Weather.FOUL
                                                : Happening.Weather.FAIR,
                                        LocalDate.ofEpochDay(number),
                                        Ratio.of(Math.abs(number), 7),
                                        FloorArea.parse("1." + Math.abs(number)),
                                        HeadCount.of(Math.abs(number)),
                                        persons,
                                        said,
                                        table));
    }

    /** Short texts of the very characters that give a text its form. */
    private static Arbitrary<String> words() {
        return Arbitraries.of("a", "1", ":", ";", "=", ",", "[", "]", "{", "}", "信", "🏠", "\n")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", List.copyOf(parts)));
    }
}
