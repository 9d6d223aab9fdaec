package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules of conferences, for example {@link #OWNERS_MATTER}. All but that one stand on the table
 * of the place, whose row is shown with the finding.
 *
 * @since 0.1.0
 */
public enum ConferenceRule implements Rule {
    /** A table has a row once that it needs once. */
    PATTERN_ONCE("pattern-once"),
    /** A table has 3 to 12 parties. */
    PATTERN_PARTIES("pattern-parties"),
    /** A party is named properly and once. */
    PATTERN_PARTY("pattern-party"),
    /** A conference has a name. */
    PATTERN_TITLE("pattern-title"),
    /** A figure is within its range. */
    PATTERN_RANGE("pattern-range"),
    /** The quorum is more than half of the parties and no more than all. */
    PATTERN_QUORUM("pattern-quorum"),
    /** The community has taken over a pattern. */
    ADOPTED("adopted"),
    /** No conference is called or open while the pattern changes. */
    PATTERN_AT_REST("pattern-at-rest"),
    /** The event belongs to this community. */
    COMMUNITY("community"),
    /** Nothing is recorded as earlier than what was recorded before. */
    TIME("time"),
    /** A moment is no finer than a microsecond, or it could not be kept. */
    MOMENT("moment"),
    /** There is room for one more record. */
    LIMIT("limit"),
    /** A conference or task has an identifier of its own. */
    NEW("new"),
    /** A conference or task is known. */
    KNOWN("known"),
    /** A party has a seat. */
    SEAT("seat"),
    /** An ordinary conference is called by the convener. */
    BY_CONVENER("by-convener"),
    /** A conference is not called for a day that has passed, nor asked for after it was called. */
    CALL_DAY("call-day"),
    /** A party asks for one extra conference at a time. */
    REQUEST_ONCE("request-once"),
    /** A request is recorded no earlier than it was made, and made under the pattern. */
    REQUEST_DAY("request-day"),
    /** An extra conference is called for the request of the party that is open. */
    REQUEST_NAMED("request-named"),
    /** What a party asks for is held in time. */
    EXTRA_IN_TIME("extra-in-time"),
    /** The conference has come as far as the step needs. */
    STAGE("stage"),
    /** The agenda is sent once. */
    AGENDA_ONCE("agenda-once"),
    /** The agenda has items, and not too many. */
    AGENDA_SIZE("agenda-size"),
    /** The agenda is sent in time. */
    AGENDA_IN_TIME("agenda-in-time"),
    /** The agenda was sent before the conference opens. */
    AGENDA_SENT("agenda-sent"),
    /** Whatever a conference does in session it does on its day. */
    HELD_ON("held-on"),
    /** A party is represented once. */
    ATTENDS_ONCE("attends-once"),
    /** A person represents one party. */
    REPRESENTS_ONE("represents-one"),
    /** The convener is there. */
    QUORUM_CONVENER("quorum-convener"),
    /** Enough parties are there. */
    QUORUM_PARTIES("quorum-parties"),
    /** One conference is in session at a time. */
    ONE_OPEN("one-open"),
    /** A decision belongs to an item of the agenda. */
    AGENDA_NUMBER("agenda-number"),
    /** What the owners decide together is not decided by a conference. */
    OWNERS_MATTER("owners-matter", Statutes.CIVIL_CODE.at(278, 1)),
    /** What is none of the listed business of the owners is so by the convener's declaration. */
    DECLARED("declared", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A deadline lies on or after the day of the conference. */
    DEADLINE("deadline"),
    /** A task that was dealt with is open and of an earlier conference. */
    ITEM_OPEN("item-open"),
    /** An extension sets a later deadline, and nothing else moves it. */
    EXTENSION("extension"),
    /** Every carried task was dealt with, before anything new is taken up and before the end. */
    ITEM_DEALT_WITH("item-dealt-with"),
    /** No more tasks are open than the next conference can deal with. */
    OPEN_ITEMS("open-items"),
    /** A session is broken off only after its day, with a carried task left. */
    BROKEN_OFF("broken-off"),
    /** A digest is the one computed from the records. */
    DIGEST("digest"),
    /** Whoever signs represented the party there. */
    SIGNER("signer"),
    /** A party signs a digest once. */
    SIGNED_ONCE("signed-once"),
    /** A party refuses to sign a digest once, and not after it signed. */
    REFUSED_ONCE("refused-once"),
    /** Ordinary conferences are held in their turn. */
    FREQUENCY("frequency");

    private final RuleCode code;
    private final List<Citation> basis;

    ConferenceRule(String name, Citation... basis) {
        this.code = new RuleCode("conference." + name);
        this.basis = List.of(basis);
    }

    RuleCheck check(boolean met, Object... evidence) {
        return RuleCheck.of(this, met, evidence);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
