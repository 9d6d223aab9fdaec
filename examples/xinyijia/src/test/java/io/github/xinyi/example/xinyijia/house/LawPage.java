package io.github.xinyi.example.xinyijia.house;

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

    private final Set<String> codes = new HashSet<>();
    private final Set<String> places = new HashSet<>();
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
        Matcher code = CODE.matcher(cells.get(0));
        while (code.find()) {
            (isOfTheRecord ? codesOfTheRecord : codes).add(code.group(1));
        }
        if (isOfTheRecord || cells.size() < 4) {
            return;
        }
        String type = sectionType;
        Matcher place = PLACE.matcher(cells.get(3));
        while (place.find()) {
            String name = place.group(1);
            boolean isBare = !name.contains(".");
            places.add(isBare && !type.isEmpty() ? type + "." + name : name);
            if (!isBare) {
                type = name.substring(0, name.lastIndexOf('.'));
            }
        }
    }

    /** Whether a row gives the rule's source, be it a law or a reading of ours. */
    boolean givesSourceOf(RuleRegister.Registered rule) {
        String place = rule.place();
        return codes.contains(rule.code())
                || places.contains(place)
                || places.contains(place.substring(place.indexOf('.') + 1));
    }

    /** Whether a row says that the rule guards the record and rests on no statute. */
    boolean isOfTheRecord(RuleRegister.Registered rule) {
        return codesOfTheRecord.contains(rule.code());
    }

    /** The codes that the page names and no rule has. */
    Set<String> codesWithoutRule(List<RuleRegister.Registered> rules) {
        Set<String> without = new HashSet<>(codes);
        without.addAll(codesOfTheRecord);
        rules.forEach(rule -> without.remove(rule.code()));
        return without;
    }
}
