package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.DecisionTaken;
import io.github.xinyi.governance.event.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The bytes that minutes are: every field with its length, so that no two minutes look alike. */
final class MinutesText {

    private static final String MINUTES = "xinyi-minutes-1";
    private static final String ADDENDUM = "xinyi-minutes-addendum-1";

    private final StringBuilder text = new StringBuilder();

    private MinutesText(String version) {
        text.append(version).append('\n');
    }

    static PaperDigest digest(Sitting sitting, Wording wording) {
        MinutesText text = new MinutesText(MINUTES);
        var called = sitting.called();
        text.line("called", called.community(), called.meeting(), called.kind(), called.heldOn());
        for (AgendaItem item : sitting.agenda()) {
            text.line("agenda", item.topic().value(), item.business());
        }
        sitting.all(AgendaSent.class).forEach(sent -> text.line("declared", sent.declaredBy()));
        sitting.events().forEach(text::event);
        return text.line("text", wording.value()).sha256();
    }

    static PaperDigest digest(PaperDigest before, Wording wording) {
        return new MinutesText(ADDENDUM).line("after", before, wording.value()).sha256();
    }

    /**
     * What happened in the session; all else is either in the call and the agenda or came later.
     */
    private void event(ConferenceEvent event) {
        if (event instanceof AttendanceRecorded came) {
            line("present", came.party(), came.representative());
        }
        if (event instanceof DecisionTaken taken) {
            line("decided", taken.agendaNumber(), taken.decision().value());
        }
        if (event instanceof ActionItemRaised raised) {
            line("raised", raised.agendaNumber(), raised.item(), raised.purpose());
            line("task", raised.task().value());
            line("given", raised.owner(), raised.person(), raised.deadline());
        }
        if (event instanceof ActionItemDealtWith dealt) {
            line("dealt", dealt.item(), dealt.dealing(), dealt.note().value(), dealt.deadline());
        }
    }

    private MinutesText line(String kind, Object... fields) {
        text.append(kind);
        for (Object field : List.of(fields)) {
            String value = field.toString();
            text.append(' ').append(value.length()).append(':').append(value);
        }
        text.append('\n');
        return this;
    }

    private PaperDigest sha256() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new PaperDigest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
