package io.github.xinyi.example.xinyijia.house;

import io.github.xinyi.governance.law.Standing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules that docs/law.md has a row for: by code, or by the constant in the column Code. A bare
 * constant there is of the type named before it in the cell, else of the type that its section
 * names.
 */
final class LawPage {

    private static final Pattern ROW = Pattern.compile("^\\| (?!---|Rule \\|).*\\|$");
    private static final Pattern CELL_END = Pattern.compile(" \\| ");
    private static final Pattern SECTION_TYPE =
            Pattern.compile("constant without a type is one of `(\\w+)`");
    private static final Pattern CODE = Pattern.compile("`([a-z]+\\.[a-z0-9-]+)`");
    private static final Pattern PLACE = Pattern.compile("`([A-Z]\\w*(?:\\.[A-Z]\\w*)*)`");

    /** A row that gives sources: the rules it names and how far it says its texts were read. */
    private record Row(Set<String> codes, Set<String> places, String standing) {

        boolean names(RuleRegister.Registered rule) {
            String place = rule.place();
            return codes.contains(rule.code())
                    || places.contains(place)
                    || places.contains(place.substring(place.indexOf('.') + 1));
        }

        boolean says(Standing mark) {
            String word =
                    switch (mark) {
                        case TEXT_READ -> "\\bread\\b";
                        case UNVERIFIED -> "\\bunverified\\b";
                        case INTERPRETATION -> "\\breadings?\\b";
                    };
            return Pattern.compile(word).matcher(standing).find();
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> codesOfTheRecord = new HashSet<>();

    static LawPage of(String text) {
        LawPage page = new LawPage();
        String section = "";
        String type = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
                type = "";
            }
            Matcher named = SECTION_TYPE.matcher(line);
            if (named.find()) {
                type = named.group(1);
            }
            if (ROW.matcher(line).matches()) {
                page.read(CELL_END.splitAsStream(line).toList(), section, type);
            }
        }
        return page;
    }

    private void read(List<String> cells, String section, String sectionType) {
        boolean isOfTheRecord = section.equals("Rules of the record");
        Set<String> codes = new HashSet<>();
        Matcher code = CODE.matcher(cells.get(0));
        while (code.find()) {
            codes.add(code.group(1));
        }
        if (isOfTheRecord) {
            codesOfTheRecord.addAll(codes);
        } else {
            boolean isFull = cells.size() > 3;
            rows.add(
                    new Row(
                            codes,
                            isFull ? places(cells.get(3), sectionType) : Set.of(),
                            isFull ? cells.get(2) : ""));
        }
    }

    private static Set<String> places(String cell, String sectionType) {
        Set<String> places = new HashSet<>();
        String type = sectionType;
        Matcher place = PLACE.matcher(cell);
        while (place.find()) {
            String name = place.group(1);
            boolean isBare = !name.contains(".");
            places.add(isBare && !type.isEmpty() ? type + "." + name : name);
            if (!isBare) {
                type = name.substring(0, name.lastIndexOf('.'));
            }
        }
        return places;
    }

    /** Whether a row gives the rule's source, be it a law or a reading of ours. */
    boolean givesSourceOf(RuleRegister.Registered rule) {
        return rows.stream().anyMatch(row -> row.names(rule));
    }

    /** The marks of the rule's citations that no row of the rule shows: it would claim more. */
    Set<Standing> marksUnsaid(RuleRegister.Registered rule) {
        Set<Standing> unsaid = EnumSet.noneOf(Standing.class);
        rule.basis().forEach(citation -> unsaid.add(citation.standing()));
        rows.stream().filter(row -> row.names(rule)).forEach(row -> unsaid.removeIf(row::says));
        return unsaid;
    }

    /** Whether a row says that the rule guards the record and rests on no statute. */
    boolean isOfTheRecord(RuleRegister.Registered rule) {
        return codesOfTheRecord.contains(rule.code());
    }

    /** The codes that the page names and no rule has. */
    Set<String> codesWithoutRule(List<RuleRegister.Registered> rules) {
        Set<String> without = new HashSet<>(codesOfTheRecord);
        rows.forEach(row -> without.addAll(row.codes()));
        rules.forEach(rule -> without.remove(rule.code()));
        return without;
    }
}
