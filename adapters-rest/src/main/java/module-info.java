/**
 * What owners may read over HTTP: funds, records, proofs, payments and decisions, bound to no
 * server.
 *
 * <p>Start at {@link io.github.xinyi.rest.XinyiRest}.
 */
module io.github.xinyi.rest {
    requires transitive io.github.xinyi.trust;
    requires transitive jakarta.ws.rs;
    requires transitive com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.xinyi.rest;
    exports io.github.xinyi.rest.access;
    exports io.github.xinyi.rest.answer;
    exports io.github.xinyi.rest.disclosure;
    exports io.github.xinyi.rest.published;
}
