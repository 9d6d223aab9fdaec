package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.publication.DisclosureProfile;
import io.github.xinyi.trust.publication.DisclosureReport;
import io.github.xinyi.trust.publication.DisclosureReport.Occasion;
import io.github.xinyi.trust.publication.DisclosureReport.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a community had to make public by when, and what it did (公示栏), told from its log alone: an
 * entry, and a sum that is made of entries, is public from the first checkpoint that covers it.
 *
 * <p>What stands in no log, such as an audit report, is never taken for published. Immutable; safe
 * for use by several threads.
 */
final class NoticeBoard {

    /** The sums that the page makes of the log. */
    private static final List<String> FROM_THE_LOG =
            List.of("budget-execution", "collection", "public-income");

    private static final int PAGE = 200;

    private final PublishedCommunity community;

    NoticeBoard(PublishedCommunity community) {
        this.community = community;
    }

    /**
     * The announcement of a vote.
     *
     * @param meeting its id
     * @param title as announced
     * @param from the day of the announcement
     * @param until the day on which voting opens, no longer of the period
     * @param days from the one to the other
     */
    record Announcement(String meeting, String title, LocalDate from, LocalDate until, long days) {}

    /** Every vote's announcement, the latest first. */
    List<Announcement> announcements() {
        return community.meetings().stream()
                .map(NoticeBoard::announcement)
                .sorted(Comparator.comparing(Announcement::from).reversed())
                .toList();
    }

    private static Announcement announcement(PublishedMeeting published) {
        Meeting meeting = published.tally().meeting();
        LocalDate opens = LocalDate.ofInstant(meeting.opensAt(), Meeting.ZONE);
        return new Announcement(
                meeting.id().value(),
                published.title(),
                meeting.noticeDate(),
                opens,
                ChronoUnit.DAYS.between(meeting.noticeDate(), opens));
    }

    /** The duties of the contract's time so far, or none before anything is published. */
    Optional<DisclosureReport> report() {
        CheckpointStore checkpoints = community.checkpoints();
        return checkpoints
                .latest(community.id())
                .map(latest -> report(latest.publishedAt(), everyCheckpoint()));
    }

    private DisclosureReport report(Instant asOf, List<PublishedCheckpoint> oldestFirst) {
        DisclosureProfile profile = DisclosureProfile.national();
        LocalDate from = community.contract().terms().startInclusive();
        List<Occasion> occasions = new ArrayList<>();
        List<Publication> publications = new ArrayList<>();
        for (int offset = 0; ; offset += PAGE) {
            List<Disbursement> page = community.disbursements().list(community.id(), offset, PAGE);
            page.stream()
                    .filter(payment -> payment.status() == Status.PAID)
                    .forEach(payment -> paid(payment, oldestFirst, occasions, publications));
            if (page.size() < PAGE) {
                break;
            }
        }
        LocalDate today = LocalDate.ofInstant(asOf, DisclosureReport.ZONE);
        for (LocalDate end = from.withDayOfMonth(1).plusMonths(1).minusDays(1);
                end.isBefore(today);
                end = end.plusDays(1).plusMonths(1).minusDays(1)) {
            Instant over = end.plusDays(1).atStartOfDay(DisclosureReport.ZONE).toInstant();
            Optional<Instant> shown = first(oldestFirst, c -> !c.publishedAt().isBefore(over));
            for (String item : FROM_THE_LOG) {
                String subject = end.toString();
                shown.ifPresent(at -> publications.add(new Publication(item, subject, at)));
            }
        }
        return DisclosureReport.of(profile, from, asOf, occasions, publications);
    }

    private void paid(
            Disbursement payment,
            List<PublishedCheckpoint> oldestFirst,
            List<Occasion> occasions,
            List<Publication> publications) {
        Acknowledgement there =
                community.book().find(Book.paymentId(payment.request().order())).orElseThrow();
        boolean isRemuneration = payment.request().order().kind() == OutflowKind.REMUNERATION;
        String item = isRemuneration ? "remuneration" : "entries";
        long index = there.entry().index();
        occasions.add(new Occasion(item, payment.id(), there.entry().recordedAt()));
        first(oldestFirst, c -> c.head().size() > index)
                .ifPresent(at -> publications.add(new Publication(item, payment.id(), at)));
    }

    private static Optional<Instant> first(
            List<PublishedCheckpoint> oldestFirst, Predicate<PublishedCheckpoint> covers) {
        return oldestFirst.stream()
                .filter(covers)
                .map(PublishedCheckpoint::publishedAt)
                .findFirst();
    }

    private List<PublishedCheckpoint> everyCheckpoint() {
        List<PublishedCheckpoint> all = new ArrayList<>();
        List<PublishedCheckpoint> page;
        do {
            page = community.checkpoints().list(community.id(), all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        all.sort(Comparator.comparing(PublishedCheckpoint::publishedAt));
        return all;
    }
}
