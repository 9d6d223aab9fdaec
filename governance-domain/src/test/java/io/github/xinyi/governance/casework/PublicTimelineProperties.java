package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.PLAN;
import static io.github.xinyi.governance.casework.Village.SQUAD;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever people write and whatever units and persons are called, the public sees none of them.
 */
class PublicTimelineProperties {

    private static final CaseworkTerms LENIENT =
            new CaseworkTerms(
                    Ratio.of(0, 1), Ratio.of(0, 1), 9, "街道方案", CaseworkTerms.Reading.UNVERIFIED);
    private static final List<String> UNITS =
            List.of("%d-7-3%02d", "甲栋%d%02d室", "Ｂ%d-%02d", "b%d%02d");
    private static final List<String> PERSONS = List.of("ren-%d%02d", "王%d%02d", "ZHANG_%d%02d");
    private static final List<String> NUMBERS =
            List.of("13812345678", "１３８ 1234 5678", "110105 19491231 002x");
    private static final Pattern NUMBER =
            Pattern.compile("1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|[0-9]{6}[ -]?[0-9]{8}");

    @Property(tries = 500)
    void showsNoUnitPersonOrNumberHoweverTheyAreWritten(@ForAll Random random) {
        List<String> first = names(UNITS, random);
        List<String> later =
                names(UNITS, random).stream().filter(unit -> !first.contains(unit)).toList();
        List<String> persons = names(PERSONS, random);
        Texts texts =
                new Texts(
                        Stream.of(first, later, persons, NUMBERS).flatMap(List::stream).toList(),
                        random);

        Casework state = texts.opened(first);
        if (!later.isEmpty()) {
            state = next(state, state.concern(units(later), at(1)));
        }
        state = texts.lived(state, persons.stream().map(PersonId::of).collect(Collectors.toSet()));

        String shown = plain(state.timeline().toString());
        assertThat(NUMBER.matcher(shown).find()).as(shown).isFalse();
        Stream.of(first, later, persons)
                .flatMap(List::stream)
                .forEach(
                        name ->
                                assertThat(shown)
                                        .doesNotContainPattern(
                                                "(?<![0-9a-z])"
                                                        + Pattern.quote(plain(name))
                                                        + "(?![0-9a-z])"));
    }

    private static List<String> names(List<String> forms, Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(
                        i ->
                                forms.get(random.nextInt(forms.size()))
                                        .formatted(1 + random.nextInt(9), random.nextInt(99)))
                .distinct()
                .toList();
    }

    private static Set<UnitId> units(Collection<String> names) {
        return names.stream().map(UnitId::of).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Written without the code under test. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace("\u200B", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Texts that name somebody more often than not, and where they are refused harmless ones. */
    private record Texts(List<String> secrets, Random random) {

        private static final List<String> AROUND = List.of("", "在", "（", " ", "-", "，1/2 ");

        String any() {
            return random.nextInt(4) == 0 ? "公告栏" : around() + written() + around();
        }

        private String around() {
            return AROUND.get(random.nextInt(AROUND.size()));
        }

        private String written() {
            String secret = secrets.get(random.nextInt(secrets.size()));
            return switch (random.nextInt(4)) {
                case 0 -> secret.toUpperCase(Locale.ROOT);
                case 1 -> secret.substring(0, 2) + "\u200B" + secret.substring(2);
                case 2 -> Normalizer.normalize(secret, Normalizer.Form.NFKC);
                default -> secret;
            };
        }

        Casework opened(List<String> units) {
            return Stream.of(any(), any(), "外墙维修")
                    .map(title -> Casework.open(opening(title, units)))
                    .filter(Outcome::isAccepted)
                    .map(outcome -> Casework.from(List.of(Village.accepted(outcome))))
                    .findFirst()
                    .orElseThrow();
        }

        private static CaseOpened opening(String title, List<String> units) {
            return new CaseOpened(
                    Village.COMMUNITY,
                    Village.START,
                    CaseId.of("C-1"),
                    title,
                    CaseKind.REPAIR,
                    new TreeSet<>(),
                    Village.OFFICER,
                    new TreeSet<>(units(units)),
                    LENIENT);
        }

        Casework lived(Casework opened, Set<PersonId> persons) {
            Casework state = next(opened, opened.formSquad(SQUAD, persons, opened.units(), at(2)));
            state = next(state, state.collectOpinions(at(3)));
            state = next(state, state.consult(List.of("方案"), DIGEST, at(4)));
            for (int i = 0; i < 3; i++) {
                Casework before = state;
                state = said(before, text -> before.consult(List.of(text), DIGEST, at(4)));
            }
            for (String item : state.consultedItems()) {
                Casework before = state;
                state = said(before, text -> before.disclose(item, text, at(4)));
            }
            Casework planned = next(state, state.draw(PLAN, at(4)));
            Casework decided =
                    said(planned, text -> planned.decideBy(text, DIGEST, PLAN.document(), at(5)));
            Casework working =
                    decided.stage() == Stage.IMPLEMENTATION
                            ? decided
                            : next(
                                    decided,
                                    decided.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
            Casework done =
                    said(working, text -> working.progress(text, Ratio.of(1, 1), List.of(), at(6)));
            Casework paid = said(done, text -> done.nameSpending(Village.payment(text, 1), at(6)));
            return said(paid, text -> paid.escalate(text, "无法推进", at(7)));
        }

        private Casework said(Casework state, Function<String, Outcome<CaseworkEvent>> command) {
            List<String> tried = new ArrayList<>(List.of(any(), any()));
            for (String text : tried) {
                Outcome<CaseworkEvent> outcome = command.apply(text);
                if (outcome.isAccepted()) {
                    return state.after(Village.accepted(outcome));
                }
            }
            return state;
        }
    }
}
