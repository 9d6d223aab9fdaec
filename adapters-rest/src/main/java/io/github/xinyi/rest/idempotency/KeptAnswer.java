package io.github.xinyi.rest.idempotency;

/**
 * The answer to a command, as it was given the first time.
 *
 * @param status the HTTP status, for example 201
 * @param mediaType of the body, for example {@code application/json}
 * @param language of the body, for example {@code zh-CN}
 * @param location where the new thing is, empty if there is none
 * @param version the value of the entity tag, empty if there is none
 * @param body the body as text, character by character
 * @since 0.1.0
 */
public record KeptAnswer(
        int status,
        String mediaType,
        String language,
        String location,
        String version,
        String body) {}
