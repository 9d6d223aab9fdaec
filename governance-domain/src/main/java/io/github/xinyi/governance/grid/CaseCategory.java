package io.github.xinyi.governance.grid;

/**
 * What a case is about, for example {@link #ANIMALS}. The disputes named first are those of Civil
 * Code art. 286 para. 2.
 *
 * @since 0.1.0
 */
public enum CaseCategory {
    /** Rubbish left anywhere (任意弃置垃圾). */
    WASTE(Kind.NUISANCE),
    /** Pollutants discharged (排放污染物). */
    POLLUTION(Kind.NUISANCE),
    /** Noise (排放噪声). */
    NOISE(Kind.NUISANCE),
    /** Animals kept against the rules (违反规定饲养动物). */
    ANIMALS(Kind.NUISANCE),
    /** Unlawful structures (违章搭建). */
    UNLAWFUL_STRUCTURE(Kind.NUISANCE),
    /** Passages occupied (侵占通道). */
    OBSTRUCTED_PASSAGE(Kind.NUISANCE),
    /** Property fees refused (拒付物业费). */
    FEES_REFUSED(Kind.NUISANCE),
    /** Another dispute between people of the community. */
    OTHER_DISPUTE(Kind.DISPUTE),
    /** Something to repair (报修). */
    REPAIR(Kind.SERVICE),
    /** Cleaning, safety or another service (报事). */
    OTHER_SERVICE(Kind.SERVICE);

    private final Kind kind;

    /** The three kinds, which take different ways. */
    enum Kind {
        NUISANCE,
        DISPUTE,
        SERVICE
    }

    CaseCategory(Kind kind) {
        this.kind = kind;
    }

    /**
     * Whether it is between parties and can be mediated.
     *
     * @return false for a service
     */
    public boolean isDispute() {
        return kind != Kind.SERVICE;
    }

    /**
     * Whether Civil Code art. 286 para. 2 names it.
     *
     * @return true for its seven examples
     */
    public boolean isNamedByArticle286() {
        return kind == Kind.NUISANCE;
    }
}
