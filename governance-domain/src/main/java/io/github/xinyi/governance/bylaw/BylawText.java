package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.bylaw.CountPolicy.Abstention;
import io.github.xinyi.governance.bylaw.CountPolicy.Arrears;
import io.github.xinyi.governance.bylaw.CountPolicy.InvalidBallots;
import io.github.xinyi.governance.bylaw.CountPolicy.MixedAnswers;
import io.github.xinyi.governance.bylaw.CountPolicy.PartialReturns;
import io.github.xinyi.governance.bylaw.CountPolicy.RepeatedBallots;
import io.github.xinyi.governance.bylaw.CountPolicy.Silence;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.region.RegionNotice;
import io.github.xinyi.governance.region.RegionRule;
import io.github.xinyi.governance.ruling.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules of procedure as one text and back. Lines that end in a line feed, the first {@code
 * xinyi-bylaws-1}, or {@code xinyi-bylaws-2} where there are local terms, which stand last; the
 * fields of a line are divided by tabs, and a tab, a line feed or a backslash in a field stands
 * behind a backslash as {@code t}, {@code n} or a backslash.
 */
final class BylawText {

    private static final String FORMAT = "xinyi-bylaws-1";
    private static final String FORMAT_WITH_LOCAL_TERMS = "xinyi-bylaws-2";

    private BylawText() {}

    static String write(Bylaws bylaws) {
        StringBuilder text = new StringBuilder();
        line(text, bylaws.local().isEmpty() ? FORMAT : FORMAT_WITH_LOCAL_TERMS);
        CountPolicy counting = bylaws.counting();
        line(
                text,
                "counting",
                counting.abstention(),
                counting.silence(),
                counting.invalid(),
                counting.repeated(),
                counting.mixed(),
                counting.partial(),
                counting.arrears());
        HeadPolicy heads = bylaws.heads();
        line(
                text,
                "heads",
                heads.parking(),
                heads.coOwnership(),
                heads.retained(),
                heads.developerHead());
        for (AdoptedClause c : bylaws.clauses()) {
            line(text, "clause", c.topic(), c.clause(), c.adoptedOn(), c.meeting(), c.motion());
        }
        bylaws.inArrears().forEach(unit -> line(text, "arrears", unit));
        for (ProxyLimit limit : bylaws.proxyLimits()) {
            line(text, "proxy-limit", limit.principals());
            cite(text, limit.source());
        }
        for (RegionNotice notice : bylaws.notices()) {
            line(text, "notice", notice.rule());
            notice.evidence().forEach((name, value) -> line(text, "figure", name, value));
            notice.basis().forEach(source -> cite(text, source));
        }
        for (LocalTerms.Days term : bylaws.local().days()) {
            line(text, "local-days", term.kind(), term.days());
            term.basis().forEach(source -> cite(text, source));
        }
        for (LocalTerms.Share share : bylaws.local().shares()) {
            line(text, "local-share", share.kind(), share.threshold());
            share.basis().forEach(source -> cite(text, source));
        }
        return text.toString();
    }

    /** What a profile says, held by a type that can be read back. */
    static RegionNotice notice(Finding finding) {
        return new RegionNotice(
                regionRule(finding.rule().value()), finding.evidence(), finding.basis());
    }

    private static RegionRule regionRule(String code) {
        return Arrays.stream(RegionRule.values())
                .filter(rule -> rule.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of regions: " + code));
    }

    private static void cite(StringBuilder text, Citation citation) {
        Instrument from = citation.instrument();
        Provision at = citation.provision();
        EffectivePeriod inForce = citation.inForce();
        line(
                text,
                "source",
                from.id(),
                from.titleZh(),
                from.titleEn(),
                from.version(),
                at.article(),
                at.paragraph(),
                at.item(),
                inForce.startInclusive(),
                inForce.endExclusive(),
                citation.standing());
    }

    private static void line(StringBuilder text, Object... fields) {
        text.append(
                Stream.of(fields)
                        .map(field -> escaped(field.toString()))
                        .collect(Collectors.joining("\t", "", "\n")));
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String field) {
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                char escape = i + 1 < field.length() ? field.charAt(++i) : ' ';
                plain.append(
                        switch (escape) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case '\\' -> '\\';
                            default -> throw new IllegalArgumentException("a broken escape");
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * The rules that a text tells.
     *
     * @throws IllegalArgumentException if it is not a text that {@link #write} makes
     */
    static Bylaws read(String text) {
        List<List<String>> lines = lines(text);
        Reading reading = new Reading();
        for (List<String> line : lines.subList(1, lines.size())) {
            reading.take(line.get(0), line.subList(1, line.size()));
        }
        Bylaws bylaws = reading.bylaws();
        if (!write(bylaws).equals(text)) {
            throw new IllegalArgumentException("not the canonical text of rules of procedure");
        }
        return bylaws;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines =
                Arrays.stream(text.split("\n"))
                        .map(
                                line ->
                                        Arrays.stream(line.split("\t", -1))
                                                .map(BylawText::unescaped)
                                                .toList())
                        .toList();
        if (lines.isEmpty()
                || !Set.of(List.of(FORMAT), List.of(FORMAT_WITH_LOCAL_TERMS))
                        .contains(lines.get(0))) {
            throw new IllegalArgumentException("not a text of " + FORMAT);
        }
        return lines;
    }

    /** A local term as its line tells it, and the sources that follow. */
    private record LocalLine(String what, List<String> fields, List<Citation> sources) {

        Stream<LocalTerms.Days> days() {
            return what.equals("local-days")
                    ? Stream.of(
                            new LocalTerms.Days(
                                    LocalTerms.Days.Kind.valueOf(fields.get(0)),
                                    Integer.parseInt(fields.get(1)),
                                    sources))
                    : Stream.empty();
        }

        Stream<LocalTerms.Share> shares() {
            return what.equals("local-share")
                    ? Stream.of(
                            new LocalTerms.Share(
                                    LocalTerms.Share.Kind.valueOf(fields.get(0)),
                                    threshold(fields.get(1)),
                                    sources))
                    : Stream.empty();
        }

        private static Threshold threshold(String text) {
            Ratio share = Ratio.parse(text.substring(1));
            return text.startsWith(">")
                    ? new Threshold.MoreThan(share)
                    : new Threshold.AtLeast(share);
        }
    }

    /** What has been read so far; a source belongs to the limit, notice or term before it. */
    private static final class Reading {

        private CountPolicy counting = CountPolicy.statutory();
        private HeadPolicy heads = HeadPolicy.statutory();
        private final List<AdoptedClause> clauses = new ArrayList<>();
        private final TreeSet<UnitId> inArrears = new TreeSet<>();
        private final List<Integer> limits = new ArrayList<>();
        private final List<ProxyLimit> proxyLimits = new ArrayList<>();
        private final List<RegionNotice> notices = new ArrayList<>();
        private final List<LocalLine> local = new ArrayList<>();

        void take(String kind, List<String> fields) {
            switch (kind) {
                case "counting" -> counting = counting(fields);
                case "heads" -> heads = heads(fields);
                case "clause" -> clauses.add(clause(fields));
                case "arrears" -> inArrears.add(UnitId.of(only(fields, 1).get(0)));
                case "proxy-limit" -> limits.add(Integer.valueOf(only(fields, 1).get(0)));
                case "notice" ->
                        notices.add(
                                new RegionNotice(
                                        regionRule(only(fields, 1).get(0)), Map.of(), List.of()));
                case "local-days", "local-share" ->
                        local.add(new LocalLine(kind, only(fields, 2), new ArrayList<>()));
                case "figure" -> addFigure(only(fields, 2));
                case "source" -> addSource(source(only(fields, 10)));
                default -> throw new IllegalArgumentException("an unknown line: " + kind);
            }
        }

        private static List<String> only(List<String> fields, int count) {
            if (fields.size() != count) {
                throw new IllegalArgumentException(fields.size() + " fields instead of " + count);
            }
            return fields;
        }

        private static CountPolicy counting(List<String> all) {
            List<String> names = only(all, 7);
            return new CountPolicy(
                    Abstention.valueOf(names.get(0)),
                    Silence.valueOf(names.get(1)),
                    InvalidBallots.valueOf(names.get(2)),
                    RepeatedBallots.valueOf(names.get(3)),
                    MixedAnswers.valueOf(names.get(4)),
                    PartialReturns.valueOf(names.get(5)),
                    Arrears.valueOf(names.get(6)));
        }

        private static HeadPolicy heads(List<String> all) {
            List<String> names = only(all, 4);
            return new HeadPolicy(
                    HeadPolicy.Parking.valueOf(names.get(0)),
                    HeadPolicy.CoOwnership.valueOf(names.get(1)),
                    HeadPolicy.RetainedUnits.valueOf(names.get(2)),
                    HeadPolicy.DeveloperHead.valueOf(names.get(3)));
        }

        private static AdoptedClause clause(List<String> all) {
            List<String> fields = only(all, 5);
            return new AdoptedClause(
                    CountTopic.valueOf(fields.get(0)),
                    fields.get(1),
                    LocalDate.parse(fields.get(2)),
                    MeetingId.of(fields.get(3)),
                    MotionId.of(fields.get(4)));
        }

        private static Citation source(List<String> fields) {
            return new Citation(
                    new Instrument(fields.get(0), fields.get(1), fields.get(2), fields.get(3)),
                    new Provision(
                            Integer.parseInt(fields.get(4)),
                            Integer.parseInt(fields.get(5)),
                            Integer.parseInt(fields.get(6))),
                    new EffectivePeriod(
                            LocalDate.parse(fields.get(7)), LocalDate.parse(fields.get(8))),
                    Standing.valueOf(fields.get(9)));
        }

        private void addFigure(List<String> figure) {
            RegionNotice last = lastNotice();
            Map<String, String> figures = new LinkedHashMap<>(last.evidence());
            figures.put(figure.get(0), figure.get(1));
            notices.add(new RegionNotice(last.about(), figures, last.basis()));
        }

        private void addSource(Citation source) {
            if (!local.isEmpty()) {
                local.get(local.size() - 1).sources().add(source);
                return;
            }
            if (proxyLimits.size() < limits.size()) {
                proxyLimits.add(new ProxyLimit(limits.get(proxyLimits.size()), source));
                return;
            }
            RegionNotice last = lastNotice();
            List<Citation> sources = new ArrayList<>(last.basis());
            sources.add(source);
            notices.add(new RegionNotice(last.about(), last.evidence(), sources));
        }

        private RegionNotice lastNotice() {
            if (notices.isEmpty()) {
                throw new IllegalArgumentException("a figure or a source of nothing");
            }
            return notices.remove(notices.size() - 1);
        }

        Bylaws bylaws() {
            return new Bylaws(
                    counting,
                    heads,
                    clauses,
                    inArrears,
                    proxyLimits,
                    notices,
                    new LocalTerms(
                            local.stream().flatMap(LocalLine::days).toList(),
                            local.stream().flatMap(LocalLine::shares).toList()));
        }
    }
}
