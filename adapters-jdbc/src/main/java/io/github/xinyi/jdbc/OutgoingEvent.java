package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;

/**
 * An event on its way to others, as CloudEvents 1.0 in its JSON form, for example {@code
 * {"specversion":"1.0","id":"book/12","source":"/communities/S001","type":
 * "io.github.xinyi.book.entry",...}}.
 *
 * <p>An entry of a household is told of by its place and hash alone; whoever may see more asks for
 * it.
 *
 * @param community whose
 * @param stream in which order it stands
 * @param sequence its place: that of the record in the book from 0, or of the event from 1
 * @param json the whole event, media type {@code application/cloudevents+json}
 * @since 0.1.0
 */
public record OutgoingEvent(CommunityId community, Stream stream, long sequence, String json) {

    /** The orders in which a community tells what has happened. */
    public enum Stream {
        /** The records of its book, by their index. */
        BOOK("book"),
        /** The events of its event store, by their sequence. */
        EVENT("event");

        private final String word;

        Stream(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * The id of the event, unique within its community: whoever has it already may pass over it.
     *
     * @return for example {@code book/12}
     */
    public String id() {
        return stream.word() + "/" + sequence;
    }
}
