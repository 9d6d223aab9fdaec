package io.github.xinyi.governance.law;

import java.time.LocalDate;

/**
 * The source of a rule, for example Civil Code art. 278 para. 2, in force from 2021-01-01.
 *
 * @param instrument the law
 * @param provision the place in it
 * @param inForce when that text applies
 * @param standing how far the citation can be relied on
 * @since 0.1.0
 */
public record Citation(
        Instrument instrument, Provision provision, EffectivePeriod inForce, Standing standing) {

    /**
     * The same place as our reading of it. A text that was not at hand can not be read either way,
     * so that what is unverified stays so.
     *
     * @return with standing {@link Standing#INTERPRETATION}, or unchanged if it is {@link
     *     Standing#UNVERIFIED}
     */
    public Citation asInterpretation() {
        return standing == Standing.UNVERIFIED
                ? this
                : new Citation(instrument, provision, inForce, Standing.INTERPRETATION);
    }

    /**
     * The same place, cited for a day.
     *
     * @param day for example that of a meeting
     * @return with standing {@link Standing#UNVERIFIED} where this text was not in force on the
     *     day, since the text that was is not at hand
     */
    public Citation on(LocalDate day) {
        return inForce.contains(day)
                ? this
                : new Citation(instrument, provision, inForce, Standing.UNVERIFIED);
    }

    /**
     * The place with its standing, as texts that are kept tell it.
     *
     * @return for example {@code GR art. 26 UNVERIFIED}; the place alone where the text was read
     */
    public String toTextWithStanding() {
        return standing == Standing.TEXT_READ ? toString() : this + " " + standing;
    }

    /** For example {@code CC art. 278 para. 2}. */
    @Override
    public String toString() {
        return instrument.id()
                + " art. "
                + provision.article()
                + (provision.paragraph() > 0 ? " para. " + provision.paragraph() : "")
                + (provision.item() > 0 ? " item " + provision.item() : "");
    }
}
