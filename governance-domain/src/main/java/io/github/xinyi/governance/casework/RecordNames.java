package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.LocalStepTaken;
import io.github.xinyi.governance.casework.CaseworkEvent.MatterDeclared;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultsRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.PersonalNumber;
import io.github.xinyi.governance.identity.UnitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units and persons on the record of a case, whom no public text names, for example unit {@code
 * 3-1-502}. A name of one or two digits is none: it could be any count. Of any other the doubt goes
 * against the text, as nobody can take back what was shown: unit {@code 120} is named in 共120户,
 * unit {@code 1-2} in 2025-1-2, and person {@code 物业} in 物业公司, as Chinese has no edges of words.
 * Immutable.
 */
final class RecordNames {

    static final RecordNames NONE = new RecordNames(List.of(), Collections.emptySortedSet());

    /** Up to so many names are copied into one set, so that a large case copies few. */
    private static final int SET_SIZE = 1_000;

    private final List<Set<String>> sets;
    private final SortedSet<Integer> lengths;

    private RecordNames(List<Set<String>> sets, SortedSet<Integer> lengths) {
        this.sets = sets;
        this.lengths = lengths;
    }

    static RecordNames of(List<CaseworkEvent> history) {
        RecordNames all = NONE;
        for (CaseworkEvent event : history) {
            all = all.with(event);
        }
        return all;
    }

    RecordNames with(CaseworkEvent event) {
        Set<String> more =
                named(event)
                        .map(PersonalNumber::asRead)
                        .filter(name -> !mayBeACount(name))
                        .collect(Collectors.toCollection(HashSet::new));
        if (more.isEmpty()) {
            return this;
        }
        List<Set<String>> all = new ArrayList<>(sets);
        if (!all.isEmpty() && all.get(all.size() - 1).size() + more.size() <= SET_SIZE) {
            more.addAll(all.remove(all.size() - 1));
        }
        all.add(more);
        SortedSet<Integer> sizes = new TreeSet<>(lengths);
        more.forEach(name -> sizes.add(name.length()));
        return new RecordNames(all, sizes);
    }

    private static boolean mayBeACount(String name) {
        return name.length() <= 2 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Who visits is of a squad, and the units of squads, visits and ratings are of the case. */
    private static Stream<String> named(CaseworkEvent event) {
        if (event instanceof CaseOpened opened) {
            return Stream.concat(values(opened.units()), Stream.of(opened.declaredBy().value()));
        }
        if (event instanceof UnitsConcerned more) {
            return values(more.units());
        }
        if (event instanceof SquadFormed formed) {
            return formed.members().stream().map(PersonId::value);
        }
        if (event instanceof MatterDeclared declared) {
            return Stream.of(declared.declaredBy().value());
        }
        if (event instanceof LocalStepTaken taken) {
            return Stream.of(taken.by().value());
        }
        if (event instanceof ResultRated rated) {
            return Stream.of(rated.rater().value());
        }
        return event instanceof ResultsRated many
                ? many.ratings().stream().map(rating -> rating.rater().value())
                : Stream.empty();
    }

    private static Stream<String> values(Set<UnitId> units) {
        return units.stream().map(UnitId::value);
    }

    /**
     * Whether a text has one of them whole: in any width and case, and not as part of a longer word
     * or number.
     */
    boolean areShownIn(String text) {
        String plain = PersonalNumber.asRead(text);
        for (int start = 0; start < plain.length(); start++) {
            if (divides(plain, start) && isShownAt(plain, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isShownAt(String plain, int start) {
        for (int length : lengths) {
            int end = start + length;
            if (end > plain.length()) {
                return false;
            }
            if (divides(plain, end)) {
                String word = plain.substring(start, end);
                if (sets.stream().anyMatch(names -> names.contains(word))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean divides(String plain, int place) {
        return place == 0
                || place == plain.length()
                || !isOfWord(plain.charAt(place - 1))
                || !isOfWord(plain.charAt(place));
    }

    private static boolean isOfWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
}
