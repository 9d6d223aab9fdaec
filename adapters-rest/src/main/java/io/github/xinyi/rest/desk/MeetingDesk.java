package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.rest.answer.BallotReceived;
import io.github.xinyi.rest.answer.MeetingResult;
import io.github.xinyi.rest.answer.MeetingState;
import io.github.xinyi.rest.disclosure.DecisionDisclosure;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.disclosure.Version;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.rest.request.BallotCast;
import io.github.xinyi.rest.request.MeetingCalled;
import io.github.xinyi.trust.book.Leaf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records owners' meetings and ballots, and has them counted. Thread-safe if its stores are.
 *
 * <p>The count is that of the moment at which the last ballot had come in, or of the first
 * microsecond after voting had closed if that was later: whoever asks again gets the same count.
 *
 * @since 0.1.0
 */
public final class MeetingDesk {

    private final DeskDirectory desks;

    /**
     * The meetings of these communities.
     *
     * @param desks what the host offers
     */
    public MeetingDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * Records a meeting as it was called.
     *
     * @param command who records it, where and when
     * @param called the meeting
     * @return the meeting
     */
    public CommandReply<MeetingState> call(Command command, MeetingCalled called) {
        Optional<MeetingOffice> office = office(command);
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
        return read(fields, command, called)
                .map(meeting -> office.get().meetings().record(meeting))
                .map(
                        outcome ->
                                reply(
                                        outcome,
                                        made -> made.id().value(),
                                        made -> state(office.get(), made)))
                .orElseGet(fields::refused);
    }

    private static Optional<Meeting> read(Fields fields, Command command, MeetingCalled called) {
        Optional<MeetingId> id = fields.read("id", called.id(), MeetingId::of);
        Optional<LocalDate> rosterDate = fields.date("rosterDate", called.rosterDate());
        Optional<LocalDate> noticeDate = fields.date("noticeDate", called.noticeDate());
        Optional<Instant> opensAt = fields.moment("opensAt", called.opensAt());
        Optional<Instant> closesAt = fields.moment("closesAt", called.closesAt());
        Optional<List<Motion>> motions =
                fields.each(called.motions(), question -> motion(fields, question));
        return fields.whole(
                "motions",
                () ->
                        new Meeting(
                                id.orElseThrow(),
                                command.community(),
                                rosterDate.orElseThrow(),
                                noticeDate.orElseThrow(),
                                opensAt.orElseThrow(),
                                closesAt.orElseThrow(),
                                motions.orElseThrow()));
    }

    private static Optional<Motion> motion(Fields fields, MeetingCalled.Question question) {
        Optional<MotionId> id = fields.read("motions.id", question.id(), MotionId::of);
        Optional<Matter> matter =
                fields.constant("motions.matter", question.matter(), Matter.class);
        Optional<List<TrustMatter>> trust =
                fields.each(
                        Stream.of(question.trust()).filter(name -> !name.isEmpty()).toList(),
                        name -> fields.constant("motions.trust", name, TrustMatter.class));
        Optional<List<Motion.Document>> documents =
                fields.each(
                        question.documents(),
                        sha256 -> fields.read("motions.documents", sha256, Motion.Document::new));
        return fields.whole(
                "motions.title",
                () ->
                        new Motion(
                                id.orElseThrow(),
                                matter.orElseThrow(),
                                question.title(),
                                documents.orElseThrow(),
                                trust.orElseThrow()));
    }

    /**
     * Adds a ballot as it came in. Who may add his own alone votes himself, online and now.
     *
     * @param command who adds it, where and when
     * @param meeting the meeting's number
     * @param cast the ballot
     * @return that it came in
     */
    public CommandReply<BallotReceived> add(Command command, String meeting, BallotCast cast) {
        Optional<MeetingOffice> office = office(command);
        Optional<Meeting> called =
                office.flatMap(
                        found ->
                                meetingId(meeting)
                                        .flatMap(
                                                id ->
                                                        found.meetings()
                                                                .find(command.community(), id)));
        return called.isEmpty()
                ? CommandReply.declined(Decline.MISSING)
                : add(office.orElseThrow(), called.get(), command, cast);
    }

    private static CommandReply<BallotReceived> add(
            MeetingOffice office, Meeting meeting, Command command, BallotCast cast) {
        boolean isOthers =
                !cast.voter().isEmpty() && !cast.voter().equals(command.person().value());
        boolean isPaper =
                !cast.channel().isEmpty() && !cast.channel().equals(Channel.ONLINE.name());
        if (command.isForOwn() && (isOthers || isPaper || !cast.receivedAt().isEmpty())) {
            return CommandReply.declined(Decline.NOT_OWN);
        }
        Fields fields = new Fields();
        Optional<Ballot> ballot = read(fields, meeting, command, cast);
        if (ballot.isEmpty()) {
            return fields.refused();
        }
        Instant receivedAt = ballot.get().receivedAt();
        if (receivedAt.isAfter(command.at())) {
            return CommandReply.declined(
                    Decline.REFUSED,
                    Ruling.of(
                            RuleCheck.of(
                                    RequestRule.RECEIVED_BEFORE_NOW,
                                    false,
                                    "given",
                                    receivedAt,
                                    "now",
                                    command.at())));
        }
        return reply(
                add(office, meeting, ballot.get(), cast.receivedAt().isEmpty()),
                added -> added.id().value(),
                added ->
                        new BallotReceived(
                                added.id().value(),
                                meeting.id().value(),
                                Leaf.timestamp(added.receivedAt())));
    }

    /** A ballot that came in before under its number keeps the moment at which it did. */
    private static Outcome<Ballot> add(
            MeetingOffice office, Meeting meeting, Ballot ballot, boolean isOfNow) {
        Outcome<Ballot> added = office.meetings().add(meeting.community(), meeting.id(), ballot);
        return added.isAccepted() || !isOfNow
                ? added
                : office.meetings().ballots(meeting.community(), meeting.id()).stream()
                        .filter(before -> before.equals(at(before.receivedAt(), ballot)))
                        .findFirst()
                        .<Outcome<Ballot>>map(Outcome::accepted)
                        .orElse(added);
    }

    private static Ballot at(Instant receivedAt, Ballot ballot) {
        return new Ballot(
                ballot.id(),
                ballot.unit(),
                ballot.voter(),
                ballot.channel(),
                receivedAt,
                ballot.signature(),
                ballot.mandate(),
                ballot.choices());
    }

    private static Optional<Ballot> read(
            Fields fields, Meeting meeting, Command command, BallotCast cast) {
        Optional<BallotId> id = fields.read("id", cast.id(), BallotId::of);
        Optional<UnitId> unit = fields.read("unit", cast.unit(), UnitId::of);
        String voterText = cast.voter().isEmpty() ? command.person().value() : cast.voter();
        Optional<PersonId> voter = fields.read("voter", voterText, PersonId::of);
        Optional<Channel> channel =
                fields.constant(
                        "channel", orElse(cast.channel(), Channel.ONLINE.name()), Channel.class);
        Optional<Signature> signature =
                fields.constant(
                        "signature",
                        orElse(cast.signature(), Signature.SIGNED.name()),
                        Signature.class);
        Optional<Instant> receivedAt =
                cast.receivedAt().isEmpty()
                        ? Optional.of(command.at())
                        : fields.moment("receivedAt", cast.receivedAt());
        if (cast.choices().isEmpty()) {
            fields.refuse("choices", "");
        }
        SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
        for (Map.Entry<String, String> answer : cast.choices().entrySet()) {
            Optional<MotionId> motion =
                    fields.read("choices", answer.getKey(), MotionId::of)
                            .filter(named -> meeting.motion(named).isPresent());
            Optional<Choice> choice = fields.constant("choices", answer.getValue(), Choice.class);
            if (motion.isEmpty()) {
                fields.refuse("choices", answer.getKey());
            }
            motion.ifPresent(m -> choice.ifPresent(c -> choices.put(m, Set.of(c))));
        }
        return fields.whole(
                "choices",
                () ->
                        new Ballot(
                                id.orElseThrow(),
                                unit.orElseThrow(),
                                voter.orElseThrow(),
                                channel.orElseThrow(),
                                receivedAt.orElseThrow(),
                                signature.orElseThrow(),
                                choices));
    }

    private static String orElse(String given, String absent) {
        return given.isEmpty() ? absent : given;
    }

    /**
     * Counts a meeting that has closed, and stores the result for ever.
     *
     * @param command who asks, where and when
     * @param meeting the meeting's number
     * @param language of labels and findings
     * @return the verdict on every motion with all findings; refused while voting is open
     */
    public CommandReply<MeetingResult> count(Command command, String meeting, Language language) {
        Optional<MeetingOffice> office = office(command);
        Optional<Meeting> called =
                office.flatMap(found -> find(found, command.community().value(), meeting));
        return called.isEmpty()
                ? CommandReply.declined(Decline.MISSING)
                : count(office.orElseThrow(), called.get(), command, language);
    }

    private static CommandReply<MeetingResult> count(
            MeetingOffice office, Meeting meeting, Command command, Language language) {
        if (!command.at().isAfter(meeting.closesAt())) {
            return CommandReply.declined(
                    Decline.REFUSED,
                    Ruling.of(
                            RuleCheck.of(
                                    RequestRule.CLOSED_BEFORE_COUNT,
                                    false,
                                    "meeting",
                                    meeting.id(),
                                    "closesAt",
                                    meeting.closesAt())));
        }
        return tally(office, meeting)
                .map(
                        outcome ->
                                reply(
                                        outcome.then(
                                                tally ->
                                                        office.meetings()
                                                                .store(tally)
                                                                .then(
                                                                        text ->
                                                                                Outcome.accepted(
                                                                                        tally))),
                                        tally -> meeting.id().value(),
                                        tally -> result(tally, language)))
                .orElseGet(
                        () ->
                                CommandReply.declined(
                                        Decline.REFUSED,
                                        Ruling.of(
                                                RuleCheck.of(
                                                        RequestRule.ROSTER_FROZEN,
                                                        false,
                                                        "recordDate",
                                                        meeting.rosterDate()))));
    }

    /** Empty if the roster of its record date is not there. */
    private static Optional<Outcome<TallyResult>> tally(MeetingOffice office, Meeting meeting) {
        BallotBox box = office.meetings().box(meeting.community(), meeting.id());
        Instant last =
                Stream.concat(
                                box.ballots().stream().map(Ballot::receivedAt),
                                box.withdrawals().stream().map(Withdrawal::at))
                        .reduce(
                                meeting.closesAt().plus(1, ChronoUnit.MICROS),
                                (a, b) -> a.isAfter(b) ? a : b);
        Optional<Roster> roster = office.rosters().find(meeting.community(), meeting.rosterDate());
        return roster.map(frozen -> Tally.count(meeting, frozen, box, office.bylaws(), last));
    }

    private static MeetingResult result(TallyResult tally, Language language) {
        PublishedMeeting counted = PublishedMeeting.of(tally.meeting().id().value(), tally);
        return new MeetingResult(
                tally.meeting().id().value(),
                DecisionDisclosure.decisions(counted, language),
                Motion.Document.of(tally.canonicalText()).sha256());
    }

    /**
     * A meeting as it was called.
     *
     * @param community its id
     * @param meeting its number
     * @return the meeting
     */
    public Reply<MeetingState> read(String community, String meeting) {
        return in(community, meeting)
                .map(
                        there -> {
                            MeetingState state = state(there.office(), there.meeting());
                            return Reply.of(
                                    new Version(
                                            "meeting-" + (state.counted() ? "counted" : "called")),
                                    () -> state);
                        })
                .orElseGet(Reply::missing);
    }

    /**
     * What a meeting came to, once it is counted.
     *
     * @param community its id
     * @param meeting its number
     * @param language of labels and findings
     * @return the result; missing before
     */
    public Reply<MeetingResult> result(String community, String meeting, Language language) {
        return in(community, meeting)
                .filter(
                        there ->
                                there.office()
                                        .meetings()
                                        .result(there.meeting().community(), there.meeting().id())
                                        .isPresent())
                .flatMap(there -> tally(there.office(), there.meeting()))
                .flatMap(
                        outcome ->
                                outcome.<Optional<TallyResult>>fold(
                                        Optional::of, ruling -> Optional.empty()))
                .map(tally -> Reply.of(result(tally, language)))
                .orElseGet(Reply::missing);
    }

    private record There(MeetingOffice office, Meeting meeting) {}

    private Optional<There> in(String community, String meeting) {
        return Fields.communityId(community)
                .flatMap(desks::find)
                .flatMap(CommunityDesk::meetings)
                .flatMap(
                        office ->
                                find(office, community, meeting)
                                        .map(found -> new There(office, found)));
    }

    private static Optional<Meeting> find(MeetingOffice office, String community, String meeting) {
        return Fields.communityId(community)
                .flatMap(
                        id ->
                                meetingId(meeting)
                                        .flatMap(named -> office.meetings().find(id, named)));
    }

    private Optional<MeetingOffice> office(Command command) {
        return desks.find(command.community()).flatMap(CommunityDesk::meetings);
    }

    private static Optional<MeetingId> meetingId(String text) {
        return Fields.named(text, MeetingId::of);
    }

    private static MeetingState state(MeetingOffice office, Meeting meeting) {
        return new MeetingState(
                meeting.id().value(),
                meeting.rosterDate().toString(),
                meeting.noticeDate().toString(),
                Leaf.timestamp(meeting.opensAt()),
                Leaf.timestamp(meeting.closesAt()),
                meeting.motions().stream()
                        .map(
                                motion ->
                                        new MeetingState.Motion(
                                                motion.id().value(),
                                                motion.matter().item(),
                                                motion.title(),
                                                motion.documents().stream()
                                                        .map(Motion.Document::sha256)
                                                        .toList()))
                        .toList(),
                office.meetings().result(meeting.community(), meeting.id()).isPresent());
    }

    private static <A, T> CommandReply<T> reply(
            Outcome<A> outcome, Function<A, String> id, Function<A, T> body) {
        return outcome.fold(
                made -> CommandReply.created(id.apply(made), body.apply(made)),
                ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }
}
