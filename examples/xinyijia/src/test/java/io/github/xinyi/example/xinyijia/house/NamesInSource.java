package io.github.xinyi.example.xinyijia.house;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Java source names: types and constants by their full names, as its package and imports
 * resolve them, and the words of its strings. Comments, and imports alone, name nothing.
 */
record NamesInSource(String folder, Set<String> names, Set<String> words) {

    private static final Pattern SPARE_OR_STRING =
            Pattern.compile(
                    "//[^\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\""
                            + "|'(?:\\\\.|[^'\\\\\n])+'");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?([\\w.]+)\\.(\\w+|\\*);");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])[A-Za-z]\\w*(?:\\s*\\.\\s*[A-Za-z]\\w*)*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    static NamesInSource of(String source) {
        String code = SPARE_OR_STRING.matcher(source).replaceAll(" 0 ");
        Matcher declared = PACKAGE.matcher(code);
        String folder = declared.find() ? declared.group(1) : "";
        Set<String> around = new HashSet<>(Set.of(folder));
        Map<String, String> imported = new HashMap<>();
        Matcher imports = IMPORT.matcher(code);
        while (imports.find()) {
            if (imports.group(2).equals("*")) {
                around.add(imports.group(1));
            } else {
                imported.put(imports.group(2), imports.group(1) + "." + imports.group(2));
            }
        }
        Set<String> names = new HashSet<>();
        NAME.matcher(IMPORT.matcher(code).replaceAll(""))
                .results()
                .map(name -> name.group().replaceAll("\\s", ""))
                .forEach(
                        name -> {
                            String first = name.replaceFirst("\\..*", "");
                            if (imported.containsKey(first)) {
                                String rest = name.substring(first.length());
                                addWithBeginnings(imported.get(first) + rest, names);
                            } else {
                                addWithBeginnings(name, names);
                                around.forEach(at -> addWithBeginnings(at + "." + name, names));
                            }
                        });
        return new NamesInSource(folder, names, wordsOf(source));
    }

    private static Set<String> wordsOf(String source) {
        return SPARE_OR_STRING
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(text -> text.startsWith("\""))
                .flatMap(text -> WORD.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static void addWithBeginnings(String name, Set<String> names) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            names.add(name.substring(0, end));
        }
    }
}
