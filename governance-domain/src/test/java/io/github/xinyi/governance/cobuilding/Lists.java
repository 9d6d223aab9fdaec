package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.Duty;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceListed;
import io.github.xinyi.governance.conference.PaperDigest;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Words;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A history of co-building that grows by accepted events, with short ways to write them. */
final class Lists {

    static final CommunityId DISTRICT = CommunityId.of("D1");
    static final CommunityId HERE = CommunityId.of("C034");
    static final LocalDate MARCH_1 = LocalDate.of(2025, 3, 1);
    static final LocalDate YEAR_END = LocalDate.of(2026, 1, 1);
    static final OrganizationId HOSPITAL = OrganizationId.of("ORG-H");
    static final OrganizationId BRANCH = OrganizationId.of("ORG-B");
    static final PaperDigest PAPER = new PaperDigest("a".repeat(64));
    static final Wording TEXT = new Wording("说明");

    private final List<CobuildingEvent> history = new ArrayList<>();
    private Cobuilding state = Cobuilding.from(DISTRICT, List.of());

    Cobuilding state() {
        return state;
    }

    List<CobuildingEvent> history() {
        return history;
    }

    Lists then(CobuildingEvent event) {
        state =
                state.after(
                        state.propose(event)
                                .orElseThrow(r -> new IllegalStateException(r.toString())));
        history.add(event);
        return this;
    }

    Set<CobuildingRule> against(CobuildingEvent event) {
        return against(state, event);
    }

    static Set<CobuildingRule> against(Cobuilding state, CobuildingEvent event) {
        Ruling ruling =
                state.propose(event)
                        .fold(accepted -> Ruling.of(CobuildingRule.NEW.check(true)), Words::told);
        return Arrays.stream(CobuildingRule.values())
                .filter(rule -> ruling.refuses(rule.code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static AgreementSigned agreement(String id) {
        return agreement(id, MARCH_1, YEAR_END, MARCH_1.plusMonths(1), MARCH_1);
    }

    static AgreementSigned agreement(
            String id, LocalDate start, LocalDate end, LocalDate due, LocalDate signedOn) {
        return new AgreementSigned(
                DISTRICT,
                AgreementId.of(id),
                new TreeSet<>(Set.of(HOSPITAL, BRANCH)),
                List.of(new Duty(HOSPITAL, TEXT, due)),
                start,
                end,
                at(signedOn));
    }

    static ResourceListed resource(String id, long capacity, CommunityId place, String... tags) {
        return new ResourceListed(
                DISTRICT,
                ListingId.of(id),
                HOSPITAL,
                TEXT,
                terms(capacity, place, tags),
                at(MARCH_1));
    }

    static NeedListed need(String id, long quantity, String... tags) {
        return new NeedListed(
                DISTRICT, ListingId.of(id), TEXT, terms(quantity, HERE, tags), at(MARCH_1));
    }

    static NeedMatched match(String need, String resource) {
        return new NeedMatched(DISTRICT, ListingId.of(need), ListingId.of(resource), at(MARCH_1));
    }

    static Terms terms(long quantity, CommunityId place, String... tags) {
        return new Terms(
                place,
                Arrays.stream(tags).map(Tag::new).collect(Collectors.toCollection(TreeSet::new)),
                quantity,
                MARCH_1,
                YEAR_END);
    }

    static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Meeting.ZONE).toInstant();
    }
}
