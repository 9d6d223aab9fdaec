package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.SignatureRefused;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import java.util.List;

/** The rules on minutes: their digest, and who signs them or refuses to. */
final class MinutesJudge {

    private MinutesJudge() {}

    static Finding digest(PaperDigest due, PaperDigest given) {
        return ConferenceRule.DIGEST.check(due.equals(given), "digest", given);
    }

    static List<Finding> sign(Sitting sitting, MinutesSigned signed) {
        return List.of(
                known(sitting, signed.digest()),
                signer(sitting, signed.party(), signed.signer()),
                ConferenceRule.SIGNED_ONCE.check(
                        !isSigned(sitting, signed.party(), signed.digest()),
                        "party",
                        signed.party()));
    }

    static List<Finding> refuse(Sitting sitting, SignatureRefused refused) {
        boolean again =
                sitting.all(SignatureRefused.class)
                        .anyMatch(
                                earlier ->
                                        earlier.party().equals(refused.party())
                                                && earlier.digest().equals(refused.digest()));
        return List.of(
                known(sitting, refused.digest()),
                signer(sitting, refused.party(), refused.representative()),
                ConferenceRule.REFUSED_ONCE.check(
                        !again && !isSigned(sitting, refused.party(), refused.digest()),
                        "party",
                        refused.party()));
    }

    private static boolean isSigned(Sitting sitting, Party party, PaperDigest digest) {
        return sitting.all(MinutesSigned.class)
                .anyMatch(
                        earlier ->
                                earlier.party().equals(party) && earlier.digest().equals(digest));
    }

    private static Finding known(Sitting sitting, PaperDigest digest) {
        return ConferenceRule.DIGEST.check(sitting.digests().contains(digest), "digest", digest);
    }

    private static Finding signer(Sitting sitting, Party party, PersonId person) {
        return ConferenceRule.SIGNER.check(
                person.equals(sitting.attendance().get(party)), "party", party);
    }
}
