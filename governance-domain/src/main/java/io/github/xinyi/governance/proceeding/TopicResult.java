package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.MotionResult.Result;

/**
 * What the count came to for one topic, for example {@code M1 PASSED}.
 *
 * @param motion the topic
 * @param result its result
 * @since 0.1.0
 */
public record TopicResult(MotionId motion, Result result) {}
