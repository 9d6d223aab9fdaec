package io.github.xinyi.governance.deliberation;

/**
 * What is owed after the owners declined a repair that was carried out before they could vote. The
 * law is silent on it (Civil Code art. 281 para. 2); both are our reading of their right to know.
 *
 * @since 0.1.0
 */
public enum RejectionDuty {
    /** The owners are told what was done and what it cost (向业主报告). */
    REPORT_TO_OWNERS,
    /** It is published that they declined it (公布). */
    PUBLICATION
}
