package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StaleVersion;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.PublicCase;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.answer.CaseRecords;
import io.github.xinyi.rest.answer.CaseState;
import io.github.xinyi.rest.answer.CaseTimeline;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Version;
import io.github.xinyi.rest.request.CaseFoundIn;
import io.github.xinyi.rest.request.CaseStepTaken;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes up cases of the grid and leads them on, one step at a time. Thread-safe if its store is.
 *
 * <p>A step is about the version of the case that the caller has read; of two steps on one version
 * one is taken. Rounds of mediation are led by the host with the domain's own commands.
 *
 * @since 0.1.0
 */
public final class CaseDesk {

    /** What every event of a case has, and its record says once. */
    private static final Set<String> FRAME = Set.of("community", "caseId", "occurredAt");

    private final DeskDirectory desks;

    /**
     * The cases of these communities.
     *
     * @param desks what the host offers
     */
    public CaseDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * Takes up a case.
     *
     * @param command who takes it up, where and when; who may do so for himself alone reports what
     *     he found himself
     * @param found the case
     * @return the case
     */
    public CommandReply<CaseState> find(Command command, CaseFoundIn found) {
        Optional<CaseOffice> office = desks.find(command.community()).flatMap(CommunityDesk::cases);
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        if (command.isForOwn()
                && !found.reporter().isEmpty()
                && !found.reporter().equals(command.person().value())) {
            return CommandReply.declined(Decline.NOT_OWN);
        }
        Fields fields = new Fields();
        return read(fields, command, found)
                .map(event -> find(office.get(), command, event))
                .orElseGet(fields::refused);
    }

    /** A case that was taken up before with the same words is that case. */
    private static CommandReply<CaseState> find(
            CaseOffice office, Command command, CaseFound event) {
        List<CaseEvent> there =
                office.events()
                        .history(stream(command.community(), event.caseId()), CaseEvent.class);
        if (!there.isEmpty() && there.get(0) instanceof CaseFound before && isSame(before, event)) {
            return created(before);
        }
        return append(office, command, 0, List.of(), GridCase.find(event));
    }

    private static boolean isSame(CaseFound before, CaseFound now) {
        return before.equals(
                new CaseFound(
                        now.community(),
                        now.caseId(),
                        now.category(),
                        now.place(),
                        now.reporter(),
                        now.foundBy(),
                        now.text(),
                        before.occurredAt()));
    }

    private static Optional<CaseFound> read(Fields fields, Command command, CaseFoundIn found) {
        Optional<CaseId> id = fields.read("id", found.id(), CaseId::of);
        Optional<CaseCategory> category =
                fields.constant("category", found.category(), CaseCategory.class);
        Optional<List<UnitId>> units =
                fields.each(found.units(), unit -> fields.read("units", unit, UnitId::of));
        String reporterText =
                found.reporter().isEmpty() ? command.person().value() : found.reporter();
        Optional<PersonId> reporter = fields.read("reporter", reporterText, PersonId::of);
        return fields.whole(
                "building",
                () ->
                        new CaseFound(
                                command.community(),
                                id.orElseThrow(),
                                category.orElseThrow(),
                                new CasePlace(found.building(), new TreeSet<>(units.orElseThrow())),
                                reporter.orElseThrow(),
                                command.person(),
                                found.text(),
                                command.at()));
    }

    /**
     * Takes the next step of a case.
     *
     * @param command who takes it, where and when
     * @param caseId the case's number
     * @param version how many records the caller has read; empty if he does not say
     * @param taken the step
     * @return the case afterwards; missing for who has no part in it
     */
    public CommandReply<CaseState> step(
            Command command, String caseId, OptionalLong version, CaseStepTaken taken) {
        Optional<There> there = in(command.community().value(), caseId);
        if (there.isEmpty() || !isAdmitted(there.get(), command, taken)) {
            return CommandReply.declined(there.isEmpty() ? Decline.MISSING : Decline.HIDDEN);
        }
        if (version.isEmpty()) {
            return CommandReply.declined(Decline.UNCONDITIONAL);
        }
        There read = there.get();
        if (version.getAsLong() != read.history().size()) {
            return again(read, command, version.getAsLong())
                    .orElseGet(() -> CommandReply.declined(Decline.STALE));
        }
        Fields fields = new Fields();
        Optional<Outcome<? extends CaseEvent>> outcome = take(fields, read, command, taken);
        return outcome.map(
                        event ->
                                append(
                                        read.office(),
                                        command,
                                        version.getAsLong(),
                                        read.history(),
                                        event))
                .orElseGet(fields::refused);
    }

    /**
     * Who may act for himself alone leads on what he has in hand, answers an offer, and may ask to
     * open again what he reported or worked on; the case itself says who may do which.
     */
    private static boolean isAdmitted(There there, Command command, CaseStepTaken taken) {
        if (!command.isForOwn() || there.state().holder().equals(command.person())) {
            return true;
        }
        return switch (taken.step()) {
            case ACCEPT, DECLINE -> true;
            case VISIT, REOPEN -> there.state().recordFor(command.person()).isAccepted();
            default -> false;
        };
    }

    /** What this very command brought before, if it did. */
    private static Optional<CommandReply<CaseState>> again(
            There there, Command command, long version) {
        List<CaseEvent> history = there.history();
        if (version < 1 || version >= history.size()) {
            return Optional.empty();
        }
        return there.office().events().read(there.stream(), new Page(version, 1)).stream()
                .filter(stored -> stored.command().equals(commandId(command)))
                .findFirst()
                .map(
                        stored ->
                                changed(
                                        GridCase.from(history.subList(0, (int) stored.version())),
                                        stored.version()));
    }

    private static Optional<Outcome<? extends CaseEvent>> take(
            Fields fields, There there, Command command, CaseStepTaken taken) {
        GridCase state = there.state();
        PersonId me = command.person();
        return switch (taken.step()) {
            case NONE -> {
                fields.refuse("step", "");
                yield Optional.empty();
            }
            case REPORT ->
                    person(fields, taken)
                            .map(
                                    to ->
                                            state.report(
                                                    to,
                                                    there.office().limits(),
                                                    taken.text(),
                                                    command.at()));
            case OFFER ->
                    person(fields, taken)
                            .map(to -> state.offer(me, to, taken.text(), command.at()));
            case DECLINE -> Optional.of(state.decline(me, taken.text(), command.at()));
            case ACCEPT -> Optional.of(state.accept(me, command.at()));
            case ANSWER -> Optional.of(state.answer(me, command.at()));
            case VISIT ->
                    visitors(fields, taken, me)
                            .map(all -> state.visit(all, taken.text(), command.at()));
            case DISPATCH ->
                    person(fields, taken).map(worker -> state.dispatch(worker, command.at()));
            case FINISH -> Optional.of(state.finish(me, taken.value(), command.at()));
            case ESCALATE ->
                    fields.constant("value", taken.value(), Route.class)
                            .map(route -> state.escalate(route, me, taken.text(), command.at()));
            case FOLLOW_UP ->
                    fields.constant("value", taken.value(), FollowedUp.Answer.class)
                            .map(answer -> state.followUp(me, answer, taken.text(), command.at()));
            case REVIEW -> Optional.of(state.review(me, taken.text(), command.at()));
            case CLOSE -> Optional.of(state.close(me, command.at()));
            case REOPEN -> Optional.of(state.reopen(me, taken.text(), command.at()));
        };
    }

    private static Optional<PersonId> person(Fields fields, CaseStepTaken taken) {
        return fields.read("person", taken.person(), PersonId::of);
    }

    private static Optional<Set<PersonId>> visitors(
            Fields fields, CaseStepTaken taken, PersonId me) {
        return fields.each(taken.visitors(), name -> fields.read("visitors", name, PersonId::of))
                .map(
                        others -> {
                            Set<PersonId> all = new TreeSet<>(others);
                            all.add(me);
                            return all;
                        });
    }

    private static CommandReply<CaseState> append(
            CaseOffice office,
            Command command,
            long version,
            List<CaseEvent> history,
            Outcome<? extends CaseEvent> outcome) {
        return outcome.fold(
                event -> {
                    StreamName stream = stream(command.community(), event.caseId());
                    return office.events()
                            .append(new Append(stream, commandId(command), version, List.of(event)))
                            .fold(stored -> appended(history, stored), CaseDesk::notAppended);
                },
                ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }

    private static CommandReply<CaseState> appended(
            List<CaseEvent> history, List<StoredEvent> stored) {
        CaseEvent event = (CaseEvent) stored.get(0).event();
        return event instanceof CaseFound found
                ? created(found)
                : changed(GridCase.from(history).after(event), history.size() + 1L);
    }

    private static CommandReply<CaseState> created(CaseFound found) {
        return new CommandReply.Done<>(
                CommandReply.Effect.CREATED,
                found.caseId().value(),
                version(1),
                state(GridCase.from(List.of(found)), 1));
    }

    private static CommandReply<CaseState> changed(GridCase now, long version) {
        return new CommandReply.Done<>(
                CommandReply.Effect.CHANGED,
                now.id().value(),
                version(version),
                state(now, version));
    }

    private static CommandReply<CaseState> notAppended(Ruling ruling) {
        return CommandReply.declined(
                ruling.refuses(StaleVersion.CODE) ? Decline.STALE : Decline.REFUSED, ruling);
    }

    /** The same for the same command under the same key of the same caller alone. */
    private static CommandId commandId(Command command) {
        byte[] sha256 =
                new CanonicalBytes("xinyi/rest/command/v1")
                        .text(command.scope().caller().value())
                        .text(command.scope().key())
                        .text(command.fingerprint())
                        .sha256();
        return CommandId.of(HexFormat.of().formatHex(sha256));
    }

    private static StreamName stream(CommunityId community, CaseId id) {
        return new StreamName(community, CaseOffice.STREAM, id.value());
    }

    /**
     * What everybody may see of a case.
     *
     * @param community its id
     * @param caseId the case's number
     * @return the case without text, person, unit, building and identifier
     */
    public Reply<CaseTimeline> timeline(String community, String caseId) {
        return in(community, caseId)
                .map(
                        there ->
                                Reply.of(
                                        version(there.history().size()),
                                        () ->
                                                timeline(
                                                        there.state()
                                                                .publicView(
                                                                        there.office()
                                                                                .calendar()))))
                .orElseGet(Reply::missing);
    }

    private static CaseTimeline timeline(PublicCase seen) {
        return new CaseTimeline(
                seen.category().name(),
                seen.progress().name(),
                seen.result().name(),
                seen.steps().stream()
                        .map(
                                step ->
                                        new CaseTimeline.Step(
                                                step.progress().name(), step.on().toString()))
                        .toList(),
                seen.deadlines().stream()
                        .map(
                                last ->
                                        new CaseTimeline.Deadline(
                                                last.kind().name(), last.day().toString()))
                        .toList());
    }

    /**
     * The full record of a case; ask {@link #isAdmitted} before.
     *
     * @param community its id
     * @param caseId the case's number
     * @return the record
     */
    public Reply<CaseRecords> records(String community, String caseId) {
        return in(community, caseId)
                .map(there -> records(there, there.history()))
                .orElseGet(Reply::missing);
    }

    /**
     * Whether somebody may see the full record of a case: who reported it and who works on it.
     *
     * @param community its id
     * @param caseId the case's number
     * @param viewer who asks
     * @return false also where there is no case
     */
    public boolean isAdmitted(String community, String caseId, PersonId viewer) {
        return in(community, caseId)
                .filter(there -> there.state().recordFor(viewer).isAccepted())
                .isPresent();
    }

    private static Reply<CaseRecords> records(There there, List<CaseEvent> events) {
        return Reply.of(
                version(events.size()),
                () ->
                        new CaseRecords(
                                state(there.state(), events.size()),
                                events.stream().map(CaseDesk::item).toList()));
    }

    private static CaseRecords.Item item(CaseEvent event) {
        Map<String, String> members = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (!FRAME.contains(component.getName())) {
                members.put(component.getName(), value(component, event));
            }
        }
        return new CaseRecords.Item(
                event.getClass().getSimpleName(), Leaf.timestamp(event.occurredAt()), members);
    }

    private static String value(RecordComponent component, CaseEvent event) {
        try {
            return String.valueOf(component.getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("events of a case are public records", e);
        }
    }

    /**
     * Whether there is a case.
     *
     * @param community its id
     * @param caseId the case's number
     * @return true if somebody took it up
     */
    public boolean exists(String community, String caseId) {
        return in(community, caseId).isPresent();
    }

    private record There(CaseOffice office, StreamName stream, List<CaseEvent> history) {

        GridCase state() {
            return GridCase.from(history);
        }
    }

    private Optional<There> in(String community, String caseId) {
        Optional<CommunityDesk> desk = Fields.communityId(community).flatMap(desks::find);
        Optional<CaseOffice> office = desk.flatMap(CommunityDesk::cases);
        Optional<CaseId> id = Fields.named(caseId, CaseId::of);
        if (office.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        StreamName stream = stream(desk.orElseThrow().id(), id.get());
        List<CaseEvent> history = office.get().events().history(stream, CaseEvent.class);
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(new There(office.get(), stream, history));
    }

    private static CaseState state(GridCase now, long version) {
        return new CaseState(
                now.id().value(),
                now.stage().name(),
                now.holder().value(),
                now.openings(),
                version);
    }

    private static Version version(long records) {
        return new Version(Long.toString(records));
    }
}
