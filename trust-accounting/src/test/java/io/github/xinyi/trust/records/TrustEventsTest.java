package io.github.xinyi.trust.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.records.GovernanceEvents;
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

class TrustEventsTest {

    private static final String PACKAGE = "io/github/xinyi/trust";

    /** A text that was kept before checks and closes said over what they went. */
    private static final String CLOSED_BEFORE =
            "xinyi-event/1 grid.CaseClosed/1{community=3:a-1;caseId=3:c-1;by=3:a-1;"
                    + "occurredAt=20:2025-12-05T16:34:57Z;}";

    @Test
    void everySealedRootOfBothModulesIsRead() throws Exception {
        List<Class<?>> known = TrustEvents.roots().stream().<Class<?>>map(root -> root).toList();

        assertThat(rootsInTheCode()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(known).doesNotHaveDuplicates().containsAll(GovernanceEvents.roots());
        assertThat(known).containsAll(rootsInTheCode());
        assertThat(known).hasSize(GovernanceEvents.roots().size() + rootsInTheCode().size());
    }

    @Test
    void readsWhatEarlierVersionsOfGovernanceWrote() {
        String again = TrustEvents.codec().encode(read(CLOSED_BEFORE));

        assertThat(again).startsWith("xinyi-event/1 grid.CaseClosed/2{");
    }

    /** What stores hold by now, a text of each type: a line is never edited, only added. */
    @Test
    void everyEventOfATrustIsReadAndWrittenAsEver() throws IOException {
        List<String> texts = texts();
        List<DomainEvent> kept = texts.stream().map(TrustEventsTest::read).toList();

        assertThat(kept.stream().map(TrustEvents.codec()::encode).toList()).isEqualTo(texts);
        assertThat(kept.stream().<Class<?>>map(DomainEvent::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        TrustEvents.roots().stream()
                                .filter(root -> !GovernanceEvents.roots().contains(root))
                                .flatMap(TrustEventsTest::records)
                                .toList());
    }

    private static DomainEvent read(String text) {
        return TrustEvents.codec().decode(text).orElseThrow(TrustEventsTest::none);
    }

    private static List<String> texts() throws IOException {
        try (InputStream in = TrustEventsTest.class.getResourceAsStream("events-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(TrustEventsTest::records);
    }

    private static IllegalStateException none(Object ruling) {
        return new IllegalStateException("refused: " + ruling);
    }

    private static List<Class<?>> rootsInTheCode() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        TrustEvents.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve(PACKAGE))) {
            return files.filter(file -> file.toString().matches(".*/[^$/]*[.]class"))
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> !name.contains("package-info"))
                    .<Class<?>>map(TrustEventsTest::load)
                    .filter(type -> List.of(type.getInterfaces()).contains(DomainEvent.class))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.').substring(0, file.length() - 6));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
