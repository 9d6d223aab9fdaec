package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.governance.tck.InMemoryMeetingStore;
import io.github.xinyi.governance.tck.InMemoryRosterStore;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.desk.CaseDesk;
import io.github.xinyi.rest.desk.CaseOffice;
import io.github.xinyi.rest.desk.Command;
import io.github.xinyi.rest.desk.CommandReply;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.desk.Decline;
import io.github.xinyi.rest.desk.DeskDirectory;
import io.github.xinyi.rest.desk.MeetingDesk;
import io.github.xinyi.rest.desk.MeetingOffice;
import io.github.xinyi.rest.desk.PaymentDesk;
import io.github.xinyi.rest.desk.PaymentOffice;
import io.github.xinyi.rest.desk.RosterDesk;
import io.github.xinyi.rest.desk.SecondFactor;
import io.github.xinyi.rest.idempotency.KeyScope;
import io.github.xinyi.rest.request.ApprovalGiven;
import io.github.xinyi.rest.request.BallotCast;
import io.github.xinyi.rest.request.CaseFoundIn;
import io.github.xinyi.rest.request.CommandBody;
import io.github.xinyi.rest.request.MeetingCalled;
import io.github.xinyi.rest.request.PaymentAsked;
import io.github.xinyi.rest.request.RosterImported;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the annotations of a body refuse, its desk refuses too, with and without a provider. */
class BodiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Validator VALIDATOR =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    private static final SampleVillage VILLAGE = new SampleVillage();
    private static final InMemoryEventStore EVENTS =
            new InMemoryEventStore(GovernanceEvents.codec());
    private static final InMemoryMeetingStore MEETINGS = new InMemoryMeetingStore();
    private static final InMemoryRosterStore ROSTERS = new InMemoryRosterStore();
    private static final DeskDirectory DESKS = id -> Optional.of(desk());
    private static final Command COMMAND =
            new Command(
                    new KeyScope(SampleVillage.ID, PersonId.of("steward"), "key-00001"),
                    Gate.Passage.OPEN,
                    "f".repeat(64),
                    Instant.parse("2025-03-20T01:02:03.004Z"));

    private static final String LONG = "长".repeat(4_001);

    private static CommunityDesk desk() {
        return CommunityDesk.of(SampleVillage.ID)
                .withPayments(
                        new PaymentOffice(
                                VILLAGE.trusteeship(),
                                VILLAGE.disbursements(),
                                VILLAGE.payments(),
                                (holder, order, code, at) -> SecondFactor.Proof.GIVEN))
                .withMeetings(new MeetingOffice(MEETINGS, ROSTERS, Bylaws.none()))
                .withCases(
                        new CaseOffice(
                                EVENTS,
                                SlaProfile.usual(),
                                new HolidayCalendar(
                                        EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                                        new TreeSet<>(),
                                        new TreeSet<>())));
    }

    @BeforeAll
    static void callAMeeting() {
        done(new MeetingDesk(DESKS).call(COMMAND, sample(MeetingCalled.class)));
    }

    private static <T> void done(CommandReply<T> reply) {
        assertThat(reply).isInstanceOf(CommandReply.Done.class);
    }

    private static final List<CommandBody> SAMPLES =
            List.of(
                    new PaymentAsked(
                            "E0900",
                            "PAYMENT",
                            "cableworks",
                            "缆索厂",
                            100,
                            "CNY",
                            "更换绳索",
                            "SF-01",
                            "",
                            List.of(
                                    new PaymentAsked.Paper(
                                            "P1", "INVOICE", "2025-03-18", 100, "a".repeat(64)))),
                    new ApprovalGiven("K-FIRM-1", "A".repeat(86) + "==", "123456"),
                    new MeetingCalled(
                            "2025-OM-09",
                            "2024-11-30",
                            "2025-03-01",
                            "2025-03-18T09:00:00+08:00",
                            "2025-03-26T18:00:00+08:00",
                            List.of(
                                    new MeetingCalled.Question(
                                            "M1", "OTHER_MAJOR_MATTER", "路灯", List.of(), ""))),
                    new BallotCast(
                            "V1",
                            "7-2-101",
                            "OWNER1",
                            "PAPER",
                            "2025-03-19T10:00:00+08:00",
                            "SIGNED",
                            Map.of("M1", "FOR")),
                    new CaseFoundIn("C1", "REPAIR", "7号楼", List.of("7-2-101"), "OWNER1", "灯坏了"),
                    new RosterImported(
                            "2025-02-28",
                            "DEVELOPER9",
                            "units.csv",
                            List.of(
                                    "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主",
                                    "7-2-101,7号楼,2单元,101,住宅,89.42,登记,已售已交付,OWNER1,")));

    private static <B> B sample(Class<B> type) {
        return SAMPLES.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void theSamplesAreAsTheyMustBe() {
        for (CommandBody sample : SAMPLES) {
            assertThat(VALIDATOR.validate(sample)).as(sample.toString()).isEmpty();
        }
    }

    /**
     * Every member of every sample left out, made empty, too long, and a text that it can not be.
     */
    static Stream<Arguments> wrong() {
        return SAMPLES.stream()
                .flatMap(
                        sample ->
                                Arrays.stream(sample.getClass().getRecordComponents())
                                        .flatMap(member -> wrong(sample, member.getName())));
    }

    private static Stream<Arguments> wrong(CommandBody sample, String member) {
        ObjectNode whole = JSON.valueToTree(sample);
        JsonNode value = whole.get(member);
        Stream<JsonNode> others =
                value.isTextual()
                        ? Stream.of("", LONG, "\u0000?").map(JSON.getNodeFactory()::textNode)
                        : value.isNumber()
                                ? Stream.of(0L, -1L).map(JSON.getNodeFactory()::numberNode)
                                : Stream.of();
        Stream<JsonNode> absent =
                value.isNumber() ? Stream.of() : Stream.of(JSON.getNodeFactory().nullNode());
        return Stream.concat(absent, others)
                .map(
                        other ->
                                Arguments.of(
                                        sample.getClass(),
                                        member,
                                        whole.deepCopy().set(member, other)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatTheAnnotationsRefuseTheDeskRefusesToo(
            Class<? extends CommandBody> type, String member, JsonNode json)
            throws JsonProcessingException {
        CommandBody body = read(type, json);
        String state = state();

        if (!VALIDATOR.validate(body).isEmpty()) {
            assertThat(isRefused(body)).as(member + " of " + json).isTrue();
            assertThat(state()).isEqualTo(state);
        }
    }

    @Test
    void theAnnotationsRefuseMuchOfIt() throws JsonProcessingException {
        int refused = 0;
        for (Arguments wrong : wrong().toList()) {
            @SuppressWarnings("unchecked")
            Class<? extends CommandBody> type = (Class<? extends CommandBody>) wrong.get()[0];
            CommandBody body = read(type, (JsonNode) wrong.get()[2]);
            refused += VALIDATOR.validate(body).isEmpty() ? 0 : 1;
        }

        assertThat(refused).isGreaterThan(40);
    }

    private static CommandBody read(Class<? extends CommandBody> type, JsonNode json)
            throws JsonProcessingException {
        return Json.BODIES.forType(type).readValue(JSON.writeValueAsString(json));
    }

    private static boolean isRefused(CommandBody body) {
        return reply(body)
                .fold(
                        done -> false,
                        declined ->
                                declined.why() == Decline.MALFORMED
                                        || declined.why() == Decline.REFUSED);
    }

    private static CommandReply<?> reply(CommandBody body) {
        if (body instanceof PaymentAsked asked) {
            return new PaymentDesk(DESKS).request(COMMAND, asked);
        }
        if (body instanceof ApprovalGiven given) {
            return new PaymentDesk(DESKS).approve(COMMAND, SampleVillage.REQUESTED, given);
        }
        if (body instanceof MeetingCalled called) {
            return new MeetingDesk(DESKS).call(COMMAND, called);
        }
        if (body instanceof BallotCast cast) {
            return new MeetingDesk(DESKS).add(COMMAND, "2025-OM-09", cast);
        }
        if (body instanceof CaseFoundIn found) {
            return new CaseDesk(DESKS).find(COMMAND, found);
        }
        if (body instanceof RosterImported imported) {
            return new RosterDesk(DESKS).freeze(COMMAND, imported);
        }
        throw new IllegalArgumentException("no desk for " + body);
    }

    private static String state() {
        return VILLAGE.payments().list(SampleVillage.ID, 0, 100)
                + MEETINGS.box(SampleVillage.ID, MeetingId.of("2025-OM-09")).toString()
                + EVENTS.feed(SampleVillage.ID, Page.after(0))
                + ROSTERS.find(SampleVillage.ID, LocalDate.of(2025, 2, 28));
    }
}
