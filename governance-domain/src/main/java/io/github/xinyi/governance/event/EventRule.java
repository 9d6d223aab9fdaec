package io.github.xinyi.governance.event;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules by which events are kept and read, besides {@link StaleVersion}; all are rules of form.
 *
 * @since 0.1.0
 */
public enum EventRule implements Rule {
    /** A command is repeated with the content that it had. */
    COMMAND_REPEATED("command-conflict"),
    /** A stream has at most {@link EventStore#MAX_STREAM_LENGTH} events. */
    STREAM_LENGTH("stream-length"),
    /** A text is at most {@link EventCodec#MAX_LENGTH} characters long. */
    TEXT_LENGTH("text-length"),
    /** A text has the form that the codec writes. */
    TEXT_FORM("text-form"),
    /** The type is known. */
    TYPE_KNOWN("type-unknown"),
    /** The version of the type is not later than the one known. */
    VERSION_KNOWN("version-unknown"),
    /** Every component is there. */
    COMPONENT_PRESENT("component-missing"),
    /** Every component is known. */
    COMPONENT_KNOWN("component-unknown"),
    /** A value can be read, and is written as the codec writes it. */
    VALUE("value"),
    /** A record takes the values read. */
    RECORD("record"),
    /** Components, and the elements of sets, stand in their order. */
    ORDER("component-order"),
    /** A stored text can hold the event, as {@link EventCodec#encode} asks. */
    STORABLE("storable");

    private final RuleCode code;

    EventRule(String name) {
        this.code = new RuleCode("event." + name);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
