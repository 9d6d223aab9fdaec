package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.TrustTexts;

/** A refusal where the sample leaves no room for one; its message names every rule in the way. */
final class Refused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private Refused(Ruling ruling) {
        super(TrustTexts.in(Language.EN).render(new Ruling(ruling.notMet())));
    }

    static <T> T orThrow(Outcome<T> outcome) {
        return outcome.orElseThrow(Refused::new);
    }
}
