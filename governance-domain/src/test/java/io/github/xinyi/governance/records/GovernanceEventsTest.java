package io.github.xinyi.governance.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GovernanceEventsTest {

    private static final EventCodec CODEC = GovernanceEvents.codec();

    @Test
    void everySealedRootOfThisModuleIsAKindOfRecord() throws Exception {
        assertThat(rootsInTheCode()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(GovernanceEvents.roots().stream().<Class<?>>map(root -> root))
                .containsExactlyInAnyOrderElementsOf(rootsInTheCode());
    }

    /**
     * What stores hold by now, one text of each version of each type: a line is never edited, only
     * added.
     */
    @Test
    void everyEventIsReadAndWrittenAsEver() throws IOException {
        List<DomainEvent> kept = texts().stream().map(GovernanceEventsTest::read).toList();

        for (int i = 0; i < kept.size(); i++) {
            String written = CODEC.encode(kept.get(i));
            if (typeOf(written).equals(typeOf(texts().get(i)))) {
                assertThat(written).isEqualTo(texts().get(i));
            } else {
                assertThat(typeOf(written)).isGreaterThan(typeOf(texts().get(i)));
                assertThat(read(written)).isEqualTo(kept.get(i));
            }
        }
        assertThat(kept.stream().<Class<?>>map(DomainEvent::getClass))
                .hasSameElementsAs(
                        GovernanceEvents.roots().stream()
                                .flatMap(GovernanceEventsTest::records)
                                .toList());
    }

    @Test
    void readsKindsOfBusinessByTheirFormerNames() throws IOException {
        List<String> former =
                texts().stream()
                        .filter(text -> text.contains("RESERVED_TO_OWNERS") || isOfTrust(text))
                        .map(text -> CODEC.encode(read(text)))
                        .toList();

        assertThat(former).hasSize(2);
        assertThat(former.get(0))
                .startsWith("xinyi-event/1 conference.AgendaSent/2")
                .contains("[13:ANNUAL_BUDGET,17:PUBLIC_INCOME_USE,18:OTHER_MAJOR_MATTER,]");
        assertThat(former.get(1))
                .startsWith("xinyi-event/1 talk.IssueDiscussed/2")
                .contains("[14:TRUST_ADOPTION,]");
    }

    private static boolean isOfTrust(String text) {
        return text.contains("TRUST_CONTRACT");
    }

    @Test
    void readsTheListOfAMandateThatWasWrittenBeforeElectionsByNames() throws IOException {
        List<String> mandates =
                texts().stream()
                        .filter(text -> text.contains("committee.MemberRecalled/1"))
                        .map(text -> CODEC.encode(read(text)))
                        .toList();

        assertThat(mandates)
                .singleElement()
                .asString()
                .contains("committee.MemberRecalled/3", "paper=[{community=", "election=[];");
    }

    /** The names of streams are stored, as the texts are. */
    @Test
    void namesTheStreamsOfEachKind() {
        CommunityId community = CommunityId.of("anheyuan");

        assertThat(
                        Arrays.stream(RecordKind.values())
                                .map(kind -> kind.stream(community, "1").toString()))
                .containsExactly(
                        "anheyuan/roster/1",
                        "anheyuan/formation/1",
                        "anheyuan/proceeding/1",
                        "anheyuan/committee/1",
                        "anheyuan/party/1",
                        "anheyuan/procedure/1",
                        "anheyuan/talk/1",
                        "anheyuan/team/1",
                        "anheyuan/conference/1",
                        "anheyuan/case/1",
                        "anheyuan/mediation/1",
                        "anheyuan/casework/1",
                        "anheyuan/cobuilding/1",
                        "anheyuan/check-in/1");
    }

    private static DomainEvent read(String text) {
        return CODEC.decode(text).orElseThrow(r -> new IllegalStateException(r.toString()));
    }

    /** The name of the type with its version, such as {@code grid.CaseClosed/2}. */
    private static String typeOf(String text) {
        return text.substring(0, text.indexOf('{'));
    }

    private static List<String> texts() throws IOException {
        try (InputStream in = GovernanceEventsTest.class.getResourceAsStream("events-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(GovernanceEventsTest::records);
    }

    private static List<Class<?>> rootsInTheCode() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        GovernanceEvents.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(name -> name.matches("[^$-]*[.]class"))
                    .<Class<?>>map(GovernanceEventsTest::load)
                    .filter(type -> List.of(type.getInterfaces()).contains(DomainEvent.class))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
