package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.MotionResult.Result;

/**
 * What the count came to for one topic, with the figures from which it follows, for example {@code
 * M1 PASSED} with 250 of 300 heads in favour.
 *
 * @param motion the topic
 * @param matter what it decides
 * @param count the votes by area and by heads
 * @param result its result
 * @since 0.1.0
 */
public record TopicResult(MotionId motion, Matter matter, MotionCount count, Result result) {

    static TopicResult of(MotionResult counted) {
        return new TopicResult(
                counted.motion().id(),
                counted.motion().matter(),
                counted.count(),
                counted.result());
    }
}
