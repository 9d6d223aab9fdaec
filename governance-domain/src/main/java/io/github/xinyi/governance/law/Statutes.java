package io.github.xinyi.governance.law;

import java.time.LocalDate;

/**
 * The national instruments whose articles stand behind the rules, for example {@code
 * Statutes.CIVIL_CODE.at(278, 2)}.
 *
 * @since 0.1.0
 */
public enum Statutes {
    /** 民法典. */
    CIVIL_CODE("CC", "中华人民共和国民法典", "Civil Code", LocalDate.of(2021, 1, 1)),
    /** 建筑物区分所有权司法解释, as amended on 2020-12-23. */
    SPC_OWNERSHIP(
            "SPC-Own",
            "最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释",
            "SPC Interpretation on Condominium Ownership",
            LocalDate.of(2021, 1, 1)),
    /** 物业管理条例, text of 2018-03-19. */
    PROPERTY_MANAGEMENT_REGULATION(
            "PMR", "物业管理条例", "Property Management Regulation", LocalDate.of(2018, 3, 19)),
    /** 信托法. */
    TRUST_LAW("TL", "中华人民共和国信托法", "Trust Law", LocalDate.of(2001, 10, 1)),
    /** 个人信息保护法. */
    PERSONAL_INFORMATION_LAW(
            "PIPL",
            "中华人民共和国个人信息保护法",
            "Personal Information Protection Law",
            LocalDate.of(2021, 11, 1)),
    /** 物业服务纠纷司法解释, as amended on 2020-12-23. */
    SPC_PROPERTY_SERVICE(
            "SPC-PM",
            "最高人民法院关于审理物业服务纠纷案件适用法律若干问题的解释",
            "SPC Interpretation on Property Service Disputes",
            LocalDate.of(2021, 1, 1)),
    /** 人民调解法. */
    PEOPLES_MEDIATION_LAW(
            "PML", "中华人民共和国人民调解法", "People's Mediation Law", LocalDate.of(2011, 1, 1)),
    /** 业主大会和业主委员会指导规则 (建房〔2009〕274号); its text was not at hand: cite {@link #unverified}. */
    GUIDANCE_RULES(
            "GR",
            "业主大会和业主委员会指导规则",
            "Guidance Rules on Owners' Meetings and Committees",
            LocalDate.of(2010, 1, 1),
            Text.NOT_AT_HAND),
    /** 物业服务收费管理办法 (发改价格〔2003〕1864号); its text was not at hand: cite {@link #unverified}. */
    FEE_MEASURES(
            "FEE",
            "物业服务收费管理办法",
            "Property Service Fee Measures",
            LocalDate.of(2004, 1, 1),
            Text.NOT_AT_HAND),
    /** 住宅专项维修资金管理办法 (2007); its text was not at hand: cite {@link #unverified}. */
    MAINTENANCE_FUND_MEASURES(
            "FUND",
            "住宅专项维修资金管理办法",
            "Maintenance Fund Measures",
            LocalDate.of(2008, 2, 1),
            Text.NOT_AT_HAND);

    private enum Text {
        AT_HAND,
        NOT_AT_HAND
    }

    private final Instrument instrument;
    private final EffectivePeriod inForce;
    private final Text text;

    Statutes(String id, String titleZh, String titleEn, LocalDate start) {
        this(id, titleZh, titleEn, start, Text.AT_HAND);
    }

    Statutes(String id, String titleZh, String titleEn, LocalDate start, Text text) {
        this.instrument = new Instrument(id, titleZh, titleEn, start.toString());
        this.inForce = EffectivePeriod.from(start);
        this.text = text;
    }

    /**
     * Whether its text was at hand, so that an article of it can have been read.
     *
     * @return false for what is only known from elsewhere, such as {@link #GUIDANCE_RULES}
     */
    public boolean isAtHand() {
        return text == Text.AT_HAND;
    }

    /**
     * The instrument itself.
     *
     * @return its titles and version
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * A whole article whose text was read.
     *
     * @param article for example {@code 285}
     * @return the citation
     * @throws IllegalStateException if the text was not at hand
     */
    public Citation at(int article) {
        return read(Provision.of(article));
    }

    /**
     * A paragraph whose text was read.
     *
     * @param article for example {@code 278}
     * @param paragraph for example {@code 2}
     * @return the citation
     * @throws IllegalStateException if the text was not at hand
     */
    public Citation at(int article, int paragraph) {
        return read(Provision.of(article, paragraph));
    }

    private Citation read(Provision provision) {
        if (!isAtHand()) {
            throw new IllegalStateException("cited as read without its text: " + this);
        }
        return new Citation(instrument, provision, inForce, Standing.TEXT_READ);
    }

    /**
     * An article that is known from elsewhere while its text was not at hand.
     *
     * @param article for example {@code 38}
     * @return the citation with standing {@link Standing#UNVERIFIED}
     */
    public Citation unverified(int article) {
        return new Citation(instrument, Provision.of(article), inForce, Standing.UNVERIFIED);
    }
}
