package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profiles of regions, those that are shipped and those that a host adds, for example {@code
 * ProfileCatalog.shipped().on(RegionId.of("HANGZHOU"), day)}. Immutable.
 *
 * <p>District, city, province and nation: the nearest text that speaks on the day wins. Where it
 * asks for less than the nation's regulation, which a local text can not change, the nation's
 * clause stays in use and a notice names both; fifteen days' notice is good under a text that asks
 * for seven, and not the other way round.
 *
 * @since 0.1.0
 */
public final class ProfileCatalog {

    /** The greatest number of profiles, more than the nation has districts and cities. */
    public static final int MAX_PROFILES = 4_000;

    private static final ProfileCatalog SHIPPED = readShipped();

    private record Profile(ProfileHead head, List<ClauseRow<?>> rows) {}

    private final SortedMap<RegionId, Profile> profiles;

    private ProfileCatalog(SortedMap<RegionId, Profile> profiles) {
        this.profiles = profiles;
    }

    /**
     * The profiles that come with this library.
     *
     * @return the nation, eight regions as far as their texts say it, and three without texts
     */
    public static ProfileCatalog shipped() {
        return SHIPPED;
    }

    private static ProfileCatalog readShipped() {
        Map<String, Instrument> instruments =
                orFail(ClauseSheet.instruments(resource("instruments")));
        SortedMap<RegionId, Profile> profiles = new TreeMap<>();
        for (ProfileHead head : orFail(ClauseSheet.heads(resource("profiles")))) {
            SheetFile clauses = resource(head.id().value().toLowerCase(Locale.ROOT));
            profiles.put(
                    head.id(),
                    new Profile(head, orFail(ClauseSheet.clauses(clauses, instruments))));
        }
        return new ProfileCatalog(profiles);
    }

    private static SheetFile resource(String name) {
        String file = name + ".csv";
        try (InputStream in =
                Objects.requireNonNull(ProfileCatalog.class.getResourceAsStream(file), file)) {
            return SheetFile.utf8(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T orFail(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * The catalog with one more profile, or with another version of one that it has.
     *
     * @param head what it is of; the parent must be in the catalog
     * @param instruments the local texts, a table with the columns {@code id,title_zh,title_en,
     *     version}; the national ones are known
     * @param clauses a table with the columns {@code key,value,instrument,article,paragraph,
     *     standing,from,to}; {@code to} is the first day no longer in force, or empty
     * @return refused with every fault of both tables, every contradiction and every floor of the
     *     law that a clause lies below
     */
    public Outcome<ProfileCatalog> with(
            ProfileHead head, SheetFile instruments, SheetFile clauses) {
        List<Finding> place =
                List.of(
                        check(
                                RegionRule.PROFILE_UNKNOWN,
                                profiles.containsKey(head.parent()),
                                "profile",
                                head.parent()),
                        check(
                                RegionRule.PROFILE_PLACE,
                                !isAtOrAbove(head.id(), head.parent()),
                                "profile",
                                head.id()),
                        check(
                                RegionRule.TOO_MANY,
                                profiles.containsKey(head.id()) || profiles.size() < MAX_PROFILES,
                                "limit",
                                MAX_PROFILES));
        Outcome<List<ClauseRow<?>>> rows =
                ClauseSheet.instruments(instruments)
                        .then(local -> ClauseSheet.clauses(clauses, local));
        List<Finding> all = new ArrayList<>(place);
        all.addAll(rows.fold(sound -> List.<Finding>of(), Ruling::findings));
        Ruling ruling = new Ruling(all);
        return ruling.notMet().isEmpty()
                ? rows.then(
                        sound -> {
                            SortedMap<RegionId, Profile> more = new TreeMap<>(profiles);
                            more.put(head.id(), new Profile(head, sound));
                            return Outcome.accepted(new ProfileCatalog(more));
                        })
                : Outcome.refused(ruling);
    }

    private boolean isAtOrAbove(RegionId upper, RegionId lower) {
        return profiles.containsKey(lower)
                && chain(lower).stream().anyMatch(profile -> profile.head().id().equals(upper));
    }

    private static RuleCheck check(RegionRule rule, boolean met, String name, Object figure) {
        return RuleCheck.of(rule, met, name, figure);
    }

    /**
     * The heads of all profiles.
     *
     * @return by region
     */
    public List<ProfileHead> heads() {
        return profiles.values().stream().map(Profile::head).toList();
    }

    /**
     * The profile of a region on a day.
     *
     * @param region for example {@code HANGZHOU}
     * @param day for example the day of a meeting
     * @return refused if there is no such profile, or on a day before the nation's texts that every
     *     clause needs were in force, naming each clause
     */
    public Outcome<RegionProfile> on(RegionId region, LocalDate day) {
        if (!profiles.containsKey(region)) {
            return Outcome.refused(
                    Ruling.of(check(RegionRule.PROFILE_UNKNOWN, false, "profile", region)));
        }
        Map<ClauseKey<?>, Clause<?>> clauses = new HashMap<>();
        List<RegionNotice> notices = new ArrayList<>();
        for (Profile profile : chain(region)) {
            if (profile.head().texts() == ProfileHead.Texts.NOT_AT_HAND) {
                clauses.replaceAll((key, clause) -> unverified(clause));
                notices.add(notAtHand(profile.head()));
            }
            Map<ClauseKey<?>, Clause<?>> own = inForce(profile, day);
            if (own.isEmpty() && !profile.rows().isEmpty()) {
                clauses.replaceAll((key, clause) -> unverified(clause));
                notices.add(notAtHandOn(day, profile.head()));
            }
            own.forEach((key, clause) -> settle(clause, clauses, notices));
        }
        List<Finding> missing =
                Clauses.all().stream()
                        .filter(key -> key.isEverywhere() && !clauses.containsKey(key))
                        .<Finding>map(
                                key ->
                                        RuleCheck.of(
                                                RegionRule.CLAUSE_MISSING,
                                                false,
                                                "clause",
                                                key,
                                                "day",
                                                day))
                        .toList();
        if (!missing.isEmpty()) {
            return Outcome.refused(new Ruling(missing));
        }
        Map<ClauseKey<?>, Clause<?>> inOrder = new LinkedHashMap<>();
        Clauses.all().forEach(key -> inOrder.computeIfAbsent(key, clauses::get));
        return Outcome.accepted(new RegionProfile(region, day, inOrder, notices));
    }

    /** From the nation down to the region. */
    private Deque<Profile> chain(RegionId region) {
        Deque<Profile> chain = new ArrayDeque<>();
        Profile profile = Objects.requireNonNull(profiles.get(region));
        chain.push(profile);
        while (!profile.head().parent().equals(profile.head().id())) {
            profile = Objects.requireNonNull(profiles.get(profile.head().parent()));
            chain.push(profile);
        }
        return chain;
    }

    private static Map<ClauseKey<?>, Clause<?>> inForce(Profile profile, LocalDate day) {
        Map<ClauseKey<?>, Clause<?>> clauses = new LinkedHashMap<>();
        profile.rows().stream()
                .filter(row -> row.citation().inForce().contains(day))
                .forEach(
                        row ->
                                clauses.merge(
                                        row.key(),
                                        row.clause(profile.head().id()),
                                        ProfileCatalog::joined));
        return clauses;
    }

    private static Clause<?> joined(Clause<?> first, Clause<?> second) {
        List<Citation> basis = new ArrayList<>(first.basis());
        basis.addAll(second.basis());
        return withBasis(first, basis);
    }

    private static <T> Clause<T> withBasis(Clause<T> clause, List<Citation> basis) {
        return new Clause<>(clause.key(), clause.value(), basis, clause.origin());
    }

    private static Clause<?> unverified(Clause<?> clause) {
        return clause.key().isGuarantee()
                ? clause
                : withBasis(
                        clause,
                        clause.basis().stream()
                                .map(
                                        c ->
                                                new Citation(
                                                        c.instrument(),
                                                        c.provision(),
                                                        c.inForce(),
                                                        Standing.UNVERIFIED))
                                .toList());
    }

    private static <T> void settle(
            Clause<T> local, Map<ClauseKey<?>, Clause<?>> clauses, List<RegionNotice> notices) {
        Clause<?> above = clauses.get(local.key());
        if (local.key().keepsFloors(local.value())) {
            clauses.put(local.key(), local);
            return;
        }
        // With nothing above that keeps the floor, the clause is missing rather than too low.
        if (above == null) {
            return;
        }
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("profile", local.origin().value());
        figures.put("clause", local.key().name());
        figures.put("local", local.value().toString());
        figures.put("used", above.value().toString());
        List<Citation> basis = new ArrayList<>(local.basis());
        basis.addAll(above.basis());
        notices.add(new RegionNotice(RegionRule.LOCAL_BELOW_NATION, figures, basis));
    }

    /** An older text may have said otherwise: the nation's figures are not known to hold there. */
    private static RegionNotice notAtHandOn(LocalDate day, ProfileHead head) {
        return new RegionNotice(
                RegionRule.TEXT_OF_DAY_NOT_AT_HAND,
                RuleCheck.of(
                                RegionRule.TEXT_OF_DAY_NOT_AT_HAND,
                                true,
                                "zh",
                                head.nameZh(),
                                "en",
                                head.nameEn(),
                                "day",
                                day,
                                "parent",
                                head.parent())
                        .evidence(),
                List.of());
    }

    private static RegionNotice notAtHand(ProfileHead head) {
        return new RegionNotice(
                RegionRule.TEXTS_NOT_AT_HAND,
                RuleCheck.of(
                                RegionRule.TEXTS_NOT_AT_HAND,
                                true,
                                "zh",
                                head.nameZh(),
                                "en",
                                head.nameEn(),
                                "parent",
                                head.parent())
                        .evidence(),
                List.of());
    }
}
