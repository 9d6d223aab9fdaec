/**
 * What is read and done over HTTP: funds, records, proofs, decisions, payments, meetings and cases,
 * bound to no server.
 *
 * <p>Start at {@link io.github.xinyi.rest.XinyiRest}.
 */
module io.github.xinyi.rest {
    requires transitive io.github.xinyi.trust;
    requires transitive jakarta.ws.rs;
    requires transitive com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports io.github.xinyi.rest;
    exports io.github.xinyi.rest.access;
    exports io.github.xinyi.rest.answer;
    exports io.github.xinyi.rest.desk;
    exports io.github.xinyi.rest.disclosure;
    exports io.github.xinyi.rest.idempotency;
    exports io.github.xinyi.rest.published;
    exports io.github.xinyi.rest.request;

    opens io.github.xinyi.rest.request to
            com.fasterxml.jackson.databind;
}
