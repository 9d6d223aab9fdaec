package io.github.xinyi.governance.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.event.Happening.Measured;
import io.github.xinyi.governance.event.Happening.Noted;
import io.github.xinyi.governance.event.Happening.Remark;
import io.github.xinyi.governance.event.Happening.Weather;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {

    static final CommunityId HERE = CommunityId.of("安和苑");
    static final Instant NOW = Instant.parse("2025-03-01T02:00:00.000001Z");
    private static final String NOTED = "xinyi-event/1 event.Noted/1{community=3:安和苑;occurredAt=";
    private static final String AT = NOTED + "27:2025-03-01T02:00:00.000001Z;words=";
    private static final String MEASURED = Happening.CODEC.encode(measured(0));

    private record Open(CommunityId community, Instant occurredAt, Map<String, String> map)
            implements DomainEvent {}

    private static List<DomainEvent> golden() {
        return List.of(
                new Noted(HERE, NOW, ""),
                new Noted(HERE, NOW, "三号楼漏水{a=1:b;},]🏠"),
                new Measured(
                        HERE,
                        Instant.EPOCH,
                        true,
                        -1,
                        Long.MAX_VALUE,
                        Weather.FOUL,
                        LocalDate.of(2024, 2, 29),
                        Ratio.of(2, 3),
                        FloorArea.parse("89.42"),
                        HeadCount.of(583),
                        new TreeSet<>(Set.of(PersonId.of("P2"), PersonId.of("P10"))),
                        List.of(new Remark(0, "好"), new Remark(7, "")),
                        List.of(List.of(), List.of("a", "b"))));
    }

    @Test
    void textsWrittenOnceAreReadForEver() throws IOException {
        List<DomainEvent> read = new ArrayList<>();
        for (String line : vectors()) {
            String[] parts = line.split("\t", 2);
            Outcome<DomainEvent> outcome = Happening.CODEC.decode(parts[1]);
            if (parts[0].equals("valid")) {
                DomainEvent event = outcome.orElseThrow(r -> new UnreadableException(line, r));
                assertThat(Happening.CODEC.encode(event)).isEqualTo(parts[1]);
                read.add(event);
            } else {
                assertThat(codes(outcome)).as(line).containsExactly(parts[0].split(","));
            }
        }
        assertThat(read).isEqualTo(golden());
    }

    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String line, Ruling ruling) {
            super(line + " " + ruling);
        }
    }

    private static List<String> vectors() throws IOException {
        try (InputStream in = EventCodecTest.class.getResourceAsStream("events-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void namesEveryFaultOfAText() {
        String text = AT.replace("words=", "word=") + "1:x;more=[];}".replace("more", "more2");

        Outcome<DomainEvent> outcome =
                Happening.CODEC.decode(text.replace("2025-03-01T", "2025-13-01T"));

        assertThat(outcome.fold(event -> List.<String>of(), EventCodecTest::places))
                .containsExactly(
                        "event.value event.Noted.occurredAt",
                        "event.component-missing event.Noted.words",
                        "event.component-unknown event.Noted.word",
                        "event.component-unknown event.Noted.more2");
    }

    private static List<String> places(Ruling ruling) {
        return ruling.findings().stream()
                .map(finding -> finding.rule() + " " + finding.evidence().get("path"))
                .toList();
    }

    @Test
    void readsATypeThatItKnows() {
        assertThat(faults(AT + "0:;}")).isEmpty();
        assertThat(faults((AT + "0:;}").replace("event.Noted", "event.Lost")))
                .containsExactly(EventRule.TYPE_KNOWN.code());
        assertThat(faults((AT + "0:;}").replace("event.Noted", "else.Noted")))
                .containsExactly(EventRule.TYPE_KNOWN.code());
    }

    @ParameterizedTest
    @CsvSource({
        "-2147483649, VALUE",
        "-2147483648,",
        "2147483647,",
        "2147483648, VALUE",
        "+1, VALUE",
        "01, VALUE"
    })
    void readsANumberAsItIsWrittenWithinItsRange(String number, @Nullable EventRule broken) {
        String text =
                MEASURED.replace("lines=1:1;", "lines=" + number.length() + ":" + number + ";");

        assertThat(faults(text)).isEqualTo(broken == null ? List.of() : List.of(broken.code()));
    }

    @ParameterizedTest
    @CsvSource({"1:1,", "1:0,", "2:-1,RECORD"})
    void readsARecordThatTakesItsValues(String place, @Nullable EventRule broken) {
        String text = MEASURED.replace("remarks=[]", "remarks=[{place=" + place + ";words=0:;},]");

        assertThat(faults(text)).isEqualTo(broken == null ? List.of() : List.of(broken.code()));
    }

    @Test
    void readsComponentsAndTheElementsOfASetInTheirOrder() {
        assertThat(faults(MEASURED.replace("people=[]", "people=[2:P1,2:P2,]"))).isEmpty();
        assertThat(faults(MEASURED.replace("people=[]", "people=[2:P2,2:P1,]")))
                .containsExactly(EventRule.ORDER.code());
        assertThat(faults(MEASURED.replace("people=[]", "people=[2:P1,2:P1,]")))
                .containsExactly(EventRule.VALUE.code());
        assertThat(faults(MEASURED.replace("lines=1:1;total=1:2;", "total=1:2;lines=1:1;")))
                .containsExactly(EventRule.ORDER.code());
    }

    @ParameterizedTest
    @CsvSource({"999,", "1000,", "1001,TEXT_FORM"})
    void readsAListOfAtMostAThousand(int rows, @Nullable EventRule broken) {
        String text = MEASURED.replace("table=[]", "table=[" + "[],".repeat(rows) + "]");

        assertThat(faults(text)).isEqualTo(broken == null ? List.of() : List.of(broken.code()));
    }

    /** Eight levels are of the right form, though here no value goes so deep. */
    @ParameterizedTest
    @CsvSource({"7,VALUE", "8,VALUE", "9,TEXT_FORM"})
    void takesNoTextApartBelowItsEighthLevel(int depth, EventRule broken) {
        String nested = "[".repeat(depth) + "],".repeat(depth - 1) + "]";

        assertThat(faults(AT + nested + ";}")).containsExactly(broken.code());
    }

    private static List<RuleCode> faults(String text) {
        return Happening.CODEC
                .decode(text)
                .fold(
                        event -> List.of(),
                        ruling -> ruling.findings().stream().map(Finding::rule).toList());
    }

    @Test
    void namesAtMostAHundredFaults() {
        StringBuilder text = new StringBuilder(AT).append("1:x;");
        for (int i = 0; i < 101; i++) {
            text.append("x").append(i).append("=0:;");
        }

        assertThat(codes(Happening.CODEC.decode(text + "}"))).hasSize(EventCodec.MAX_FAULTS);
    }

    @Test
    void readsATextOfTheGreatestLengthAndRefusesALongerOne() {
        int frame = (AT + "99999:;}").codePointCount(0, (AT + "99999:;}").length());
        Noted longest = new Noted(HERE, NOW, "信".repeat(EventCodec.MAX_LENGTH - frame));
        String text = Happening.CODEC.encode(longest);

        assertThat(Happening.CODEC.decode(text)).isEqualTo(Outcome.accepted(longest));
        assertThat(codes(Happening.CODEC.decode(text + " "))).containsExactly("event.text-length");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Happening.CODEC.encode(new Noted(HERE, NOW, longest.words() + "信")));
    }

    @Test
    void keepsListsUpToTheirLimit() {
        assertThat(Happening.CODEC.decode(Happening.CODEC.encode(remarks(1000))).isAccepted())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Happening.CODEC.encode(remarks(1001)));
    }

    private static Measured remarks(int number) {
        return new Measured(
                HERE,
                NOW,
                false,
                0,
                0,
                Weather.FAIR,
                LocalDate.EPOCH,
                Ratio.of(0, 1),
                FloorArea.parse("1"),
                HeadCount.ZERO,
                new TreeSet<>(),
                Collections.nCopies(number, new Remark(1, "")),
                List.of());
    }

    @Test
    void refusesToWriteWhatNobodyCouldReadBack() {
        for (String words : List.of("\0", "\uD83C", "\uDFE0\uD83C")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Happening.CODEC.encode(new Noted(HERE, NOW, words)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Happening.CODEC.encode(new Noted(HERE, NOW.plusNanos(1), "finer")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.of(Noted.class).encode(remarks(0)));
    }

    @Test
    void refusesTypesThatItCouldNotReadBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.of(Open.class))
                .withMessageContaining("event.Open.map");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.of(DomainEvent.class))
                .withMessageContaining("neither sealed nor a record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.of(Happening.class, Noted.class))
                .withMessageContaining("event.Noted");
    }

    @Test
    void readsTextsWrittenBeforeAChange() {
        EventCodec later =
                EventCodec.of(Happening.class)
                        .with(
                                EventChange.renamedType("event.Remarked", "event.Noted"),
                                EventChange.renamed("event.Noted", 2, "text", "sentence"),
                                EventChange.renamed("event.Noted", 3, "sentence", "words"));
        Outcome<DomainEvent> noted = Outcome.accepted(new Noted(HERE, NOW, "x"));
        String first = AT.replace("event.Noted", "event.Remarked").replace("words", "text");

        assertThat(later.decode(first + "1:x;}")).isEqualTo(noted);
        assertThat(later.decode(AT.replace("/1{", "/2{").replace("words", "sentence") + "1:x;}"))
                .isEqualTo(noted);
        assertThat(later.encode(new Noted(HERE, NOW, "x")))
                .isEqualTo(AT.replace("/1{", "/3{") + "1:x;}");
        assertThat(later.decode(AT.replace("/1{", "/3{") + "1:x;}")).isEqualTo(noted);
        assertThat(codes(later.decode(AT.replace("/1{", "/4{") + "1:x;}")))
                .containsExactly("event.version-unknown");
        assertThat(codes(later.decode(AT.replace("/1{", "/3{").replace("words", "text") + "1:x;}")))
                .containsExactly("event.component-missing", "event.component-unknown");
    }

    @Test
    void readsTextsWrittenBeforeAComponentWasAdded() {
        EventCodec later =
                Happening.CODEC.with(EventChange.added("event.Noted", 2, "words", "2:旧话"));
        String before = AT.substring(0, AT.length() - "words=".length()) + "}";

        assertThat(later.decode(before)).isEqualTo(Outcome.accepted(new Noted(HERE, NOW, "旧话")));
        assertThat(codes(later.decode(before.replace("/1{", "/2{"))))
                .containsExactly("event.component-missing");
    }

    @Test
    void readsTextsWrittenBeforeAChangeWithinARecordOrAList() {
        EventCodec later =
                Happening.CODEC.with(
                        EventChange.renamed("event.Measured", 2, "remarks.text", "words"),
                        EventChange.listed("event.Measured", 2, "table"),
                        EventChange.renamedConstants(
                                "event.Measured", 2, "weather", Map.of("RAIN", "FOUL")));
        DomainEvent measured = golden().get(2);
        String now = later.encode(measured);
        String before =
                now.replace("/2{", "/1{").replace(";words=", ";text=").replace("4:FOUL", "4:RAIN");

        assertThat(before).contains("text=", "RAIN");
        assertThat(later.decode(before)).isEqualTo(Outcome.accepted(measured));
        assertThat(later.decode(now.replace("/2{", "/1{")))
                .as("what has the new names already")
                .isEqualTo(Outcome.accepted(measured));
        assertThat(codes(later.decode(before.replace("/1{", "/2{"))))
                .contains("event.component-unknown", "event.component-missing");
    }

    @Test
    void readsOneValueWhereThereIsAListNow() {
        EventCodec later = Happening.CODEC.with(EventChange.listed("event.Measured", 2, "people"));
        String now = later.encode(measured(1));
        String one = now.replaceAll("people=\\[[^]]*]", "people=[2:P1,]");
        String before = one.replace("/2{", "/1{").replace("people=[2:P1,]", "people=2:P1");

        assertThat(later.decode(before)).isEqualTo(later.decode(one));
        assertThat(codes(later.decode(before))).isEmpty();
    }

    @Test
    void refusesAChangeThatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventChange.renamed("event.Noted", 1, "a", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventChange.added("event.Noted", 2, "a", "3:b"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Happening.CODEC.with(EventChange.renamed("event.X", 2, "a", "b")));
    }

    @Test
    void anAppendIsBoundedAndOfOneCommunity() {
        StreamName stream = new StreamName(HERE, "trial", "T-1");
        DomainEvent noted = new Noted(HERE, NOW, "x");
        CommandId command = CommandId.of("c");

        assertThat(new Append(stream, command, 0, Collections.nCopies(100, noted)).to(9_900))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(new Append(stream, command, 9_900, Collections.nCopies(100, noted)).to(9_900))
                .isEqualTo(Outcome.accepted(9_901L));
        for (List<DomainEvent> events :
                List.of(
                        List.<DomainEvent>of(),
                        Collections.nCopies(101, noted),
                        List.<DomainEvent>of(new Noted(CommunityId.of("else"), NOW, "x")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Append(stream, command, 0, events));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Append(stream, command, -1, List.of(noted)));
    }

    @Test
    void aJointAppendIsOfOneCommandAndOneCommunityAndBounded() {
        Append one = append("T-1", "c", 3, 60);
        Append other = append("T-2", "c", 7, 40);
        JointAppend joint = new JointAppend(List.of(one, other));

        assertThat(joint.events()).hasSize(100);
        assertThat(joint.command()).isEqualTo(CommandId.of("c"));
        assertThat(joint.community()).isEqualTo(HERE);
        for (List<Append> parts :
                List.of(
                        List.<Append>of(),
                        List.of(one, append("T-2", "c", 7, 41)),
                        List.of(other, other),
                        List.of(one, append("T-2", "d", 7, 1)),
                        List.of(
                                one,
                                new Append(
                                        new StreamName(CommunityId.of("else"), "trial", "T-2"),
                                        CommandId.of("c"),
                                        0,
                                        List.of(new Noted(CommunityId.of("else"), NOW, "x")))))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new JointAppend(parts));
        }
    }

    @Test
    void aJointAppendTellsWhatStandsInTheWayOfEachStream() {
        Append one = append("T-1", "c", 3, 1);
        Append other = append("T-2", "c", 7, 1);
        JointAppend joint = new JointAppend(List.of(one, other));

        assertThat(joint.to(stream -> stream.equals(one.stream()) ? 3 : 7))
                .isEqualTo(Outcome.accepted(joint));
        assertThat(
                        joint.to(stream -> stream.equals(one.stream()) ? 3 : 8)
                                .fold(j -> List.of(), Ruling::notMet))
                .isEqualTo(List.of(new StaleVersion(other.stream(), 7, 8)));
        assertThat(
                        joint.to(stream -> stream.equals(one.stream()) ? 2 : 8)
                                .fold(j -> List.of(), Ruling::notMet))
                .isEqualTo(
                        List.of(
                                new StaleVersion(one.stream(), 3, 2),
                                new StaleVersion(other.stream(), 7, 8)));
    }

    private static Append append(String id, String command, long expected, int events) {
        return new Append(
                new StreamName(HERE, "trial", id),
                CommandId.of(command),
                expected,
                Collections.nCopies(events, new Noted(HERE, NOW, "x")));
    }

    @Test
    void namesAndPagesAreBounded() {
        assertThat(new StreamName(HERE, "a".repeat(32), "信".repeat(64)).toString())
                .startsWith("安和苑/aaa");
        for (String kind : List.of("", "A", "1", "a".repeat(33))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new StreamName(HERE, kind, "x"));
        }
        for (String id : List.of("", "a b", "x".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StreamName(HERE, "trial", id));
            assertThatIllegalArgumentException().isThrownBy(() -> CommandId.of(id));
        }
        assertThat(new Page(0, 1000)).isEqualTo(Page.after(0));
        for (int limit : List.of(0, 1001)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Page(0, limit));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Page(-1, 1));
    }

    @Test
    void saysBeforehandWhatNoStoredTextCanHold() {
        assertThat(Happening.CODEC.storable(new Noted(HERE, NOW, "x")).isMet()).isTrue();
        assertThat(fault(new Noted(HERE, NOW.plusNanos(1_000), "x"))).isEmpty();
        assertThat(fault(new Noted(HERE, NOW.plusNanos(1), "x"))).isEqualTo("MOMENT");
        assertThat(fault(new Noted(HERE, NOW.plusNanos(999), "x"))).isEqualTo("MOMENT");
        assertThat(fault(new Noted(HERE, NOW, "a\0b"))).isEqualTo("CHARACTER");
        assertThat(fault(new Noted(HERE, NOW, "\uD83C"))).isEqualTo("CHARACTER");
        assertThat(fault(new Noted(HERE, NOW, "x".repeat(EventCodec.MAX_LENGTH))))
                .isEqualTo("LENGTH");
        assertThat(fault(measured(1000))).isEmpty();
        assertThat(fault(measured(1001))).isEqualTo("LIST");
    }

    private static String fault(Happening event) {
        return Happening.CODEC.storable(event).evidence().getOrDefault("fault", "none");
    }

    private static Happening measured(int rows) {
        return new Measured(
                HERE,
                NOW,
                true,
                1,
                2,
                Weather.FAIR,
                LocalDate.of(2025, 1, 1),
                Ratio.of(1, 2),
                FloorArea.parse("1.00"),
                HeadCount.of(1),
                new TreeSet<>(),
                List.of(),
                Collections.nCopies(rows, List.of()));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling ->
                        ruling.findings().stream()
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }
}
