package io.github.xinyi.rest.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a list that grows at its beginning while it is read. */
class ListWindowTest {

    private static List<String> numbers(int least, int most) {
        return IntStream.rangeClosed(least, most).mapToObj(Integer::toString).toList();
    }

    private static <E> BiFunction<Integer, Integer, List<E>> reading(List<E> all) {
        return (offset, most) ->
                List.copyOf(
                        all.subList(
                                Math.min(offset, all.size()), Math.min(offset + most, all.size())));
    }

    private static Reply<ListWindow.Part<String>> ask(
            BiFunction<Integer, Integer, List<String>> source, @Nullable String cursor, int limit) {
        return ListWindow.of(
                cursor,
                Integer.toString(limit),
                window -> window.in(source, Function.identity(), Reply::of));
    }

    private static ListWindow.Part<String> found(Reply<ListWindow.Part<String>> reply) {
        return reply.fold(
                found -> found.body().get(),
                new Reply.Cases<>(
                        () -> {
                            throw new AssertionError("missing");
                        },
                        ruling -> {
                            throw new AssertionError(ruling.toString());
                        },
                        () -> {
                            throw new AssertionError("busy");
                        }));
    }

    private static List<String> refusedBy(Reply<ListWindow.Part<String>> reply) {
        return reply.fold(
                found -> {
                    throw new AssertionError(found.body().get().toString());
                },
                new Reply.Cases<>(
                        List::of,
                        ruling ->
                                ruling.findings().stream()
                                        .map(Finding::rule)
                                        .map(rule -> rule.value())
                                        .toList(),
                        List::of));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 199, 200})
    void theLastPageHasNoCursorHoweverManyItHas(int limit) {
        List<String> all = numbers(1, 400);
        List<String> read = new ArrayList<>();

        String cursor = null;
        do {
            ListWindow.Part<String> part = found(ask(reading(all), cursor, limit));
            read.addAll(part.entries());
            cursor = part.next();
        } while (cursor != null);

        assertThat(read).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 499, 500, 501, 999, 1_000})
    void whatCameFirstMeanwhileIsPassedOver(int newer) {
        String cursor = found(ask(reading(numbers(1, 9)), null, 3)).next();
        List<String> grown = new ArrayList<>(numbers(1_000, 999 + newer));
        grown.addAll(numbers(1, 9));

        assertThat(found(ask(reading(grown), cursor, 3)).entries()).containsExactly("4", "5", "6");
    }

    @Test
    void aCursorIsStaleOnceTooMuchCameBeforeIt() {
        String cursor = found(ask(reading(numbers(1, 9)), null, 3)).next();
        List<String> grown = new ArrayList<>(numbers(1_000, 2_000));
        grown.addAll(numbers(1, 9));

        assertThat(refusedBy(ask(reading(grown), cursor, 3))).containsExactly("request.cursor");
    }

    @Test
    void whatComesWhileAPageIsReadMakesNothingAppearTwice() {
        String cursor = found(ask(reading(numbers(1, 9)), null, 3)).next();
        List<String> all = new ArrayList<>(numbers(1, 9));
        BiFunction<Integer, Integer, List<String>> growing =
                (offset, most) -> {
                    if (all.size() < 12) {
                        all.add(0, "new " + all.size());
                    }
                    return reading(all).apply(offset, most);
                };

        assertThat(found(ask(growing, cursor, 3)).entries()).containsExactly("4", "5", "6");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 200})
    void whatIsNotToldIsOnNoPageAndNoCursorStandsAtIt(int limit) {
        List<String> all = numbers(1, 2_000);
        Predicate<String> told = number -> number.endsWith("7");
        List<String> read = new ArrayList<>();

        String cursor = null;
        do {
            ListWindow.Part<String> part =
                    found(
                            ListWindow.of(
                                    cursor,
                                    Integer.toString(limit),
                                    window ->
                                            window.in(
                                                    reading(all),
                                                    told,
                                                    Function.identity(),
                                                    Reply::of)));
            read.addAll(part.entries());
            cursor = part.next();
        } while (cursor != null);

        assertThat(read).isEqualTo(all.stream().filter(told).toList());
        String guessed = Cursor.after(8, "8").text();
        assertThat(
                        refusedBy(
                                ListWindow.of(
                                        guessed,
                                        "3",
                                        window ->
                                                window.in(
                                                        reading(all),
                                                        told,
                                                        Function.identity(),
                                                        Reply::of))))
                .containsExactly("request.cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "MA",
                "~",
                "MS0",
                "MC0wMTIzNDU2Nzg5YWJjZGVm",
                "MS0wMTIzNDU2Nzg5YWJjZGVm"
            })
    void refusesACursorThatNoPageGave(String cursor) {
        assertThat(refusedBy(ask(reading(numbers(1, 9)), cursor, 3)))
                .containsExactly("request.cursor");
    }
}
